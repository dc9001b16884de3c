import { expect, test } from 'vitest'
import { assetLike } from '../../media/asset-like.ts'
import { readProofAnswer } from './send-proof.ts'

const asset = assetLike({ proofFileName: 'permission.pdf' })

test.each([
  [{ ok: true, asset }, { ok: true, asset }],
  [{ ok: false, problems: [{ message: 'A proof has to be a PDF.' }] }, { ok: false, message: 'A proof has to be a PDF.' }],
  [null, { ok: false }],
  [{ ok: true }, { ok: false }],
])('%j', (body, expected) => expect(readProofAnswer(body)).toMatchObject(expected))

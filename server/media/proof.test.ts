import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it, test } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { db } from '../db.ts'
import { storage } from '../storage.ts'
import { anActor, aStory, done } from '../testing/builders.ts'
import { anAsset, aPicture, METADATA_CANARY } from '../testing/pictures.ts'
import { changeRights } from './commands.ts'
import { keepProof, readProof, removeProof } from './proof.ts'

const PERMISSION = { rights: 'PERMISSION' as const, rightsHolder: 'City Museum', rightsProof: '', proofUrl: '', expiresOn: null, makerKind: 'CONTRIBUTOR' as const, makerName: '', makerStaffId: null }
const pdf = (words: string = randomUUID()) => Buffer.from(`%PDF-1.7\n% ${words}\n%%EOF`)
const keyOf = async (assetId: string) => (await db().mediaAsset.findUniqueOrThrow({ where: { id: assetId } })).proofFileKey ?? ''
async function anAssetOf(actor?: Actor): Promise<{ writer: Actor; assetId: string }> {
  const writer = actor ?? (await anActor('WRITER'))
  return { writer, assetId: await anAsset(writer) }
}
const problem = (words: string) => ({ ok: false, problems: [{ message: expect.stringContaining(words) }] })

describe('a proof', () => {
  it('is kept under its hash, stands for words, and is written down', async () => {
    const { writer, assetId } = await anAssetOf()
    const { asset } = done(await keepProof(writer, { assetId, fileName: '../Permission of Ana.pdf', bytes: pdf('one') }))
    expect(asset.proofFileName).toBe('Permission of Ana.pdf')
    expect(await keyOf(assetId)).toBe(storage.keyOf('proof', pdf('one'), '.pdf'))
    done(await changeRights(writer, { assetId, ...PERMISSION }))
    expect((await aStory('LIVE', { lead: { assetId, caption: 'A caption.', alt: 'What it shows', credit: 'Courtesy of City Museum' } })).storyId).toBeTruthy()
    expect(await removeProof(writer, { assetId })).toMatchObject(problem('Readers see this picture now'))
    expect(await db().auditEvent.count({ where: { kind: 'media.proofAdded', subjectId: assetId } })).toBe(1)
  })

  it('is for the newsroom only', async () => {
    const { writer, assetId } = await anAssetOf()
    expect(await readProof(writer, assetId)).toBeNull()
    done(await keepProof(writer, { assetId, fileName: 'a.pdf', bytes: pdf('two') }))
    const other = await anActor('WRITER')
    expect(await readProof(other, assetId)).toMatchObject({ fileName: 'a.pdf', kind: { type: 'application/pdf' }, size: pdf('two').byteLength })
    expect(await readProof(JSON.parse(JSON.stringify({ ...other, role: 'READER' })), assetId)).toBeNull()
    expect(await readProof(other, randomUUID())).toBeNull()
    expect(await keepProof(other, { assetId, fileName: 'a.pdf', bytes: pdf() })).toMatchObject(problem('that you uploaded'))
    expect(await removeProof(other, { assetId })).toMatchObject(problem('that you uploaded'))
  })

  test.each(['jpeg', 'png'] as const)('that is a %s is encoded anew, without its metadata', async (format) => {
    const { writer, assetId } = await anAssetOf()
    const bytes = Buffer.concat([await aPicture({ format, width: 90, height: 60, alpha: format === 'png' }), Buffer.from('<script>alert(1)</script>')])
    done(await keepProof(writer, { assetId, fileName: 'message.png', bytes }))
    const kept = await storage.bytes(await keyOf(assetId))
    expect(await sharp(kept).metadata()).toMatchObject({ format, width: 90 })
    for (const word of [METADATA_CANARY, '<script', 'GPS']) expect(kept.includes(word), word).toBe(false)
  })

  test.each([
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'PDF, a PNG or a JPEG'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'PDF, a PNG or a JPEG'],
    ['a PDF behind other bytes', Buffer.from('<html>%PDF-1.7'), 'PDF, a PNG or a JPEG'],
    ['nothing', Buffer.alloc(0), 'PDF, a PNG or a JPEG'],
    ['a file of 6 MB', Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(6 * 1024 * 1024)]), '5 MB'],
    ['a torn picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]), 'damaged'],
  ])('that is %s is refused', async (_name, bytes, words) => {
    const { writer, assetId } = await anAssetOf()
    expect(await keepProof(writer, { assetId, fileName: 'a.pdf', bytes })).toMatchObject(problem(words))
    expect(await keyOf(assetId)).toBe('')
  })

  it('goes with the last picture that it proves', async () => {
    const { writer, assetId } = await anAssetOf()
    const second = await anAsset(writer)
    for (const id of [assetId, second]) done(await keepProof(writer, { assetId: id, fileName: 'a.pdf', bytes: pdf('shared') }))
    const key = await keyOf(assetId)
    done(await removeProof(writer, { assetId }))
    expect(await storage.read(key)).not.toBeNull()
    done(await keepProof(writer, { assetId: second, fileName: 'b.pdf', bytes: pdf('another') }))
    expect(await storage.read(key)).toBeNull()
    expect(await storage.read(await keyOf(second))).not.toBeNull()
    expect(done(await removeProof(writer, { assetId })).asset.proofFileName).toBe('')
  })
})

import { z } from 'zod'
import { MAX_PROOF_BYTES, asAttachment } from '#domain/proof-file.ts'
import { SIGNED_OUT } from '#domain/policy.ts'
import type { Problem } from '#domain/result.ts'
import { tooManyTries } from '#domain/staff.ts'
import { currentActor } from '#server/auth/actor.ts'
import { isFromOurPages } from '#server/auth/origin.ts'
import { keepProof, readProof } from '#server/media/proof.ts'
import { takeUpload } from '#server/media/upload-limit.ts'
import { withFile } from '../../receive-file.ts'

type Context = { params: Promise<{ id: string }> }

const NO_STORE = { 'cache-control': 'private, no-store' }
const LIMIT = { bytes: MAX_PROOF_BYTES, tooLarge: 'This file is larger than 5 MB. Make it smaller and upload that.' }

function refused(status: number, problems: Problem[], headers: Record<string, string> = {}): Response {
  return Response.json({ ok: false, problems }, { status, headers: { ...NO_STORE, ...headers } })
}
const gone = () => refused(404, [{ message: 'There is no such file.' }])

/** Keeps a file as the proof of a picture's right: multipart, field `file`; PDF, PNG or JPEG up to 5 MB. Answers the asset. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isFromOurPages(request.headers)) return refused(403, [{ field: 'file', message: 'This upload did not come from the newsroom.' }])
  const actor = await currentActor()
  if (actor === null) return refused(401, [{ message: SIGNED_OUT }])
  const { id: assetId } = await params
  if (!z.uuid().safeParse(assetId).success) return gone()
  const wait = await takeUpload(actor.userId)
  if (wait > 0) return refused(429, [{ field: 'file', message: tooManyTries(wait) }], { 'retry-after': String(wait) })
  const received = await withFile(request, (file) => keepProof(actor, { assetId, ...file }), LIMIT)
  if (!received.ok) return refused(received.status, [{ field: 'file', message: received.message }], received.wait === undefined ? {} : { 'retry-after': String(received.wait) })
  const { result } = received
  return result.ok ? Response.json({ ok: true, asset: result.asset }, { status: 201, headers: NO_STORE }) : refused(422, result.problems)
}

/** The proof, for the newsroom only: saved by the browser, never shown inside our origin. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return refused(401, [{ message: SIGNED_OUT }])
  const { id: assetId } = await params
  const proof = z.uuid().safeParse(assetId).success ? await readProof(actor, assetId) : null
  if (proof === null) return gone()
  return new Response(proof.stream(), {
    headers: {
      ...NO_STORE,
      'content-type': proof.kind.type,
      'content-length': String(proof.size),
      'content-disposition': asAttachment(proof.fileName),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    },
  })
}

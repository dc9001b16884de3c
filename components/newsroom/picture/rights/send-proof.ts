import { z } from 'zod'
import { newsroomAssetSchema, type NewsroomAsset } from '#domain/media.ts'

/** What the file chooser offers as proof of a right. */
export const PROOF_ACCEPTED = 'application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png'

const answer = z.union([
  z.object({ ok: z.literal(true), asset: newsroomAssetSchema }),
  z.object({ ok: z.literal(false), problems: z.array(z.object({ message: z.string() })).min(1) }),
])

/** What became of a proof. */
export type ProofAnswer = { ok: true; asset: NewsroomAsset } | { ok: false; message: string }

/** What the server's answer means. */
export function readProofAnswer(body: unknown): ProofAnswer {
  const parsed = answer.safeParse(body)
  if (!parsed.success) return { ok: false, message: 'The server has a problem, so nothing was changed. Try again.' }
  if (parsed.data.ok) return { ok: true, asset: parsed.data.asset }
  return { ok: false, message: parsed.data.problems.map(({ message }) => message).join(' ') }
}

/** Keeps a file as proof of a picture's right, in the place of the former one. Never throws. */
export async function sendProof(assetId: string, file: File): Promise<ProofAnswer> {
  const body = new FormData()
  body.append('file', file)
  try {
    const response = await fetch(`/api/media/proof/${assetId}`, { method: 'POST', body, credentials: 'same-origin' })
    return readProofAnswer(await response.json().catch(() => null))
  } catch {
    return { ok: false, message: 'The connection is down, so nothing was changed. Try again.' }
  }
}

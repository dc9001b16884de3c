import 'server-only'
import { LOGO_KEY } from '#domain/look/look.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import type { Problem } from '#domain/result.ts'
import { timeNow } from '../clock.ts'
import { Refusal } from '../command.ts'
import { db, inTransaction } from '../db.ts'
import { cleanPicture } from '../media/cleaning.ts'
import { openPicture } from '../media/sharp.ts'
import { lockPaperFor } from '../settings/lock.ts'
import { isDiskFull, storage } from '../storage.ts'

/** As large as a logo is kept: twice what the widest screen shows, and enough for an icon of 512 pixels. */
const BOX = { width: 1200, height: 600 }
/** How long an uploaded file waits to be chosen. */
const KEPT_MS = 24 * 60 * 60 * 1000

export type KeptLogo = { ok: true; key: string; width: number; height: number } | { ok: false; status: 403 | 413 | 415 | 422 | 507; problems: Problem[] }

const refused = (status: 403 | 413 | 415 | 422 | 507, message: string): KeptLogo => ({ ok: false, status, problems: [{ field: 'logo', message }] })
const fileOf = (key: string) => `logo/${key}`

/** Keeps a picture as a logo that can be chosen: encoded anew as PNG, without metadata. */
export async function keepLogo(actor: Actor, { bytes }: { bytes: Uint8Array }): Promise<KeptLogo> {
  const verdict = decide(actor.role, 'changeSettings')
  if (!verdict.allowed) return refused(403, verdict.reason)
  const cleaning = await cleanPicture(bytes)
  if (!cleaning.ok) return refused(cleaning.status, cleaning.message)
  const { data, info } = await openPicture(cleaning.picture.bytes).resize({ ...BOX, fit: 'inside', withoutEnlargement: true }).png({ compressionLevel: 9 }).toBuffer({ resolveWithObject: true })
  const stored = storage.keyOf('logo', data, '.png')
  const logo = { key: stored.slice('logo/'.length), width: info.width, height: info.height }
  try {
    await storage.put(stored, data)
    const unused = await inTransaction(async (tx) => {
      await lockPaperFor(tx, actor)
      const now = timeNow()
      await tx.logo.upsert({ where: { key: logo.key }, create: { ...logo, createdAt: now }, update: { createdAt: now }, select: { key: true } })
      // Under the lock: nobody chooses one of them meanwhile.
      const [paper, drafts] = [await tx.paper.findUnique({ where: { id: 1 }, select: { look: true } }), await tx.lookDraft.findMany({ select: { look: true } })]
      const old = await tx.logo.findMany({ where: { createdAt: { lt: new Date(now.getTime() - KEPT_MS) } }, select: { key: true } })
      const chosen = JSON.stringify([paper, drafts])
      const keys = old.map(({ key }) => key).filter((key) => !chosen.includes(key))
      await tx.logo.deleteMany({ where: { key: { in: keys } } })
      return keys
    })
    for (const key of unused) await storage.remove(fileOf(key))
    return { ok: true, ...logo }
  } catch (error) {
    if (error instanceof Refusal) return refused(403, error.message)
    if (!isDiskFull(error)) throw error
    return refused(507, 'The site has no room left for pictures. Tell whoever runs it, and try again later.')
  }
}

/** The file of a logo; null for what is no key of one. Whoever calls this decides who may have it. */
export async function logoFile(key: string): Promise<{ size: number; stream: () => ReadableStream<Uint8Array> } | null> {
  if (!LOGO_KEY.test(key) || (await db().logo.count({ where: { key } })) === 0) return null
  return storage.read(fileOf(key))
}

/** All bytes of a logo. Throws where the file is gone. */
export function logoBytes(key: string): Promise<Buffer> {
  return storage.bytes(fileOf(key))
}

import 'server-only'
import type { Actor } from '#domain/people.ts'
import { AD_SIZE, AD_SMALL_WIDTH } from '#domain/support/support.ts'
import { recordEvent } from '../audit/record.ts'
import { timeNow } from '../clock.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction } from '../db.ts'
import { cleanPicture } from '../media/cleaning.ts'
import { lockFile } from '../media/lock.ts'
import { openPicture } from '../media/sharp.ts'
import { isDiskFull, storage } from '../storage.ts'
import { lockSupportFor } from './commands.ts'

/** More advertisements than these are not one page's worth of choosing. */
const MOST_ADS = 50

/** Keeps a picture of an advertisement; answers its key without the folder. */
async function kept(picture: Buffer, width: number): Promise<{ key: string; bytes: Buffer }> {
  const height = Math.round((AD_SIZE.height * width) / AD_SIZE.width)
  const bytes = await openPicture(picture).resize({ width, height, fit: 'contain', background: '#ffffff' }).flatten({ background: '#ffffff' }).webp({ quality: 80 }).toBuffer()
  const key = storage.keyOf('ad', bytes, '.webp')
  await storage.put(key, bytes)
  return { key: key.slice('ad/'.length), bytes }
}

/** Takes the picture of an advertisement: cleaned and encoded anew as every upload, in the one shape that advertisements have. It runs once all is said of it. */
export function addAd(actor: Actor, { bytes }: { bytes: Uint8Array }): Promise<CommandResult<{ adId: string }>> {
  return outcome(async () => {
    // Before any work is spent on the file.
    await inTransaction((tx) => lockSupportFor(tx, actor))
    const cleaning = await cleanPicture(bytes)
    if (!cleaning.ok) throw new Refusal(cleaning.message, 'file')
    try {
      const [large, small] = [await kept(cleaning.picture.bytes, AD_SIZE.width), await kept(cleaning.picture.bytes, AD_SMALL_WIDTH)]
      return await inTransaction(async (tx) => {
        const acting = await lockSupportFor(tx, actor)
        if ((await tx.advertisement.count()) >= MOST_ADS) throw new Refusal(`The paper has ${MOST_ADS} advertisements, which is the most. Remove one that is over.`, 'file')
        for (const { key, bytes: picture } of [large, small]) {
          await lockFile(tx, key)
          // Once more under the lock: the file may just have gone with the last advertisement that named it.
          await storage.put(`ad/${key}`, picture)
        }
        const { id } = await tx.advertisement.create({ data: { largeKey: large.key, smallKey: small.key, addedById: acting.userId, addedAt: timeNow() }, select: { id: true } })
        await recordEvent(tx, { actor: acting, kind: 'support.adAdded', subjectId: id })
        return { ok: true, tags: [], adId: id }
      })
    } catch (error) {
      if (isDiskFull(error)) throw new Refusal('The site has no room left for pictures. Tell whoever runs it, and try again later.', 'file')
      throw error
    }
  })
}

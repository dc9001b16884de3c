import 'server-only'
import { db } from '../db.ts'
import { log, reasonOf } from '../log.ts'
import { lockFile } from '../media/lock.ts'
import { storage } from '../storage.ts'

/** Removes pictures of advertisements that no row names any more. What cannot be removed is only logged: it harms nobody. */
export async function removeAdFiles(keys: readonly string[]): Promise<void> {
  try {
    for (const key of new Set(keys)) {
      await db().$transaction(async (tx) => {
        await lockFile(tx, key)
        if ((await tx.advertisement.count({ where: { OR: [{ smallKey: key }, { largeKey: key }] } })) === 0) await storage.remove(`ad/${key}`)
      })
    }
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'support: could not remove a picture')
  }
}

import 'server-only'
import type { Tx } from '../db.ts'
import { db } from '../db.ts'
import { log, reasonOf } from '../log.ts'
import { lockFile } from '../media/lock.ts'
import { storage } from '../storage.ts'

/** Files of issues: `issue/<hash>.pdf` for what was uploaded and what readers get, `page/<hash>.webp` for the pictures of pages. */

async function removePdf(tx: Tx, key: string): Promise<void> {
  await lockFile(tx, key)
  if ((await tx.printIssue.count({ where: { OR: [{ uploadKey: key }, { pdfKey: key }] } })) === 0) await storage.remove(key)
}

async function removePicture(tx: Tx, key: string): Promise<void> {
  await lockFile(tx, key)
  if ((await tx.printPicture.count({ where: { key } })) === 0) await storage.remove(`page/${key}`)
}

/** Removes files that no row names any more. What cannot be removed is only logged: it harms nobody. */
export async function removeIssueFiles({ pdfs, pictures }: { pdfs: readonly (string | null)[]; pictures: readonly string[] }): Promise<void> {
  try {
    for (const key of new Set(pdfs)) if (key !== null) await db().$transaction((tx) => removePdf(tx, key))
    for (const key of new Set(pictures)) await db().$transaction((tx) => removePicture(tx, key))
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'print: could not remove the files of an issue')
  }
}

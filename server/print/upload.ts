import 'server-only'
import { keptFileName } from '#domain/media.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { titleOfFile } from '#domain/print/issue.ts'
import { MAX_ISSUE_BYTES } from '#domain/print/limits.ts'
import { isPdf } from '#domain/proof-file.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { timeNow } from '../clock.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { enqueue } from '../jobs/queue.ts'
import { lockFile } from '../media/lock.ts'
import { paperDay } from '../settings/paper-day.ts'
import { isDiskFull, storage } from '../storage.ts'

/** What one person may upload in 24 hours. */
const A_DAY = 20

async function put(key: string, bytes: Uint8Array): Promise<void> {
  try {
    await storage.put(key, bytes)
  } catch (error) {
    if (isDiskFull(error)) throw new Refusal('The site has no room left for files. Tell whoever runs it, and try again later.', 'file')
    throw error
  }
}

async function mayUpload(tx: Tx, asked: Actor): Promise<Actor> {
  const acting = await actorNow(tx, asked)
  const verdict = decide(acting.role, 'prepareIssue')
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  const since = new Date(timeNow().getTime() - 24 * 60 * 60 * 1_000)
  if ((await tx.printIssue.count({ where: { uploadedById: acting.userId, uploadedAt: { gt: since } } })) >= A_DAY) throw new Refusal(`You have uploaded ${A_DAY} issues in 24 hours, which is the most. Go on tomorrow.`, 'file')
  return acting
}

/** Keeps the PDF of a printed issue; its pages are read by a job (prepare.ts). Nothing of it is public before somebody publishes it. */
export function uploadIssue(actor: Actor, { fileName, bytes }: { fileName: string; bytes: Uint8Array }): Promise<CommandResult<{ issueId: string }>> {
  return outcome(async () => {
    // Before any work is spent on the file.
    await inTransaction((tx) => mayUpload(tx, actor))
    if (bytes.byteLength > MAX_ISSUE_BYTES) throw new Refusal('This PDF is larger than 50 MB. Export it with smaller pictures, and upload that.', 'file')
    if (!isPdf(bytes)) throw new Refusal('This is no PDF. Export the issue as PDF, and upload that.', 'file')
    const key = storage.keyOf('issue', bytes, '.pdf')
    const { today } = await paperDay(timeNow())
    return inTransaction(async (tx) => {
      const acting = await mayUpload(tx, actor)
      await lockFile(tx, key)
      await put(key, bytes)
      const kept = keptFileName(fileName)
      const { id } = await tx.printIssue.create({ data: { title: titleOfFile(kept), date: new Date(`${today}T00:00:00Z`), fileName: kept, uploadKey: key, uploadedById: acting.userId, uploadedAt: timeNow() }, select: { id: true } })
      await enqueue(tx, 'issue.read', { issueId: id }, { singletonKey: id })
      await recordEvent(tx, { actor: acting, kind: 'issue.uploaded', subjectId: id, data: { bytes: bytes.byteLength } })
      return { ok: true, tags: [], issueId: id }
    })
  })
}

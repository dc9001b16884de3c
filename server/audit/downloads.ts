import 'server-only'
import { narrowing, type AuditFilter } from '#domain/audit/filter.ts'
import type { Actor } from '#domain/people.ts'
import { decide, decideOnStory } from '#domain/policy.ts'
import { actorNow } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { reviewRules, storyCase, STORY_STANDING } from '../stories/lock.ts'
import { recordEvent } from './record.ts'

/** What leaves the house is on record too. Each of these comes before the first byte of a download. */

export type Format = 'csv' | 'pdf'

/** The place of the chain up to which a download goes: what is recorded from here on, this download first, is not in it. */
async function placeBehind(tx: Tx): Promise<string> {
  const last = await tx.auditLink.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true } })
  return String((last?.seq ?? 0n) + 1n)
}

/** Records that somebody downloads what the log shows under this filter (`what`: the log, or the records of all stories in its days). */
export function recordLogDownload(actor: Actor, what: 'log' | 'records', format: Format, filter: AuditFilter): Promise<CommandResult<{ before: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await actorNow(tx, actor)
      const verdict = decide(acting.role, 'readAudit')
      if (!verdict.allowed) throw new Refusal(verdict.reason)
      const before = await placeBehind(tx)
      await recordEvent(tx, { actor: acting, kind: 'audit.exported', data: { what, format, filter: narrowing(filter) } })
      return { ok: true, tags: [], before }
    }),
  )
}

/** Records that somebody downloads the record of one story. */
export function recordStoryDownload(actor: Actor, storyId: string, format: Format): Promise<CommandResult<{ before: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await actorNow(tx, actor)
      const story = await tx.story.findUnique({ where: { id: storyId }, select: STORY_STANDING })
      if (story === null) throw new Refusal('There is no such story.')
      const verdict = decideOnStory(acting.role, 'readStory', storyCase(acting, story, await reviewRules(tx)))
      if (!verdict.allowed) throw new Refusal(verdict.reason)
      const before = await placeBehind(tx)
      await recordEvent(tx, { actor: acting, kind: 'record.exported', storyId, data: { format } })
      return { ok: true, tags: [], before }
    }),
  )
}

import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { db, inTransaction } from '../db.ts'
import { lockPaperFor } from '../settings/lock.ts'
import { tags } from '../stories/cache.ts'

export type ReadingSettings = { countsReads: boolean; offlineReading: boolean }
const FIELDS = { countsReads: true, offlineReading: true } as const

/** Whether the paper counts, and whether browsers keep stories; null for whoever may not change it. */
export async function readingSettings(actor: Actor): Promise<ReadingSettings | null> {
  return decide(actor.role, 'changeSettings').allowed ? db().paper.findUnique({ where: { id: 1 }, select: FIELDS }) : null
}

/** Changes both. The audit event names what changed. */
export function changeReading(actor: Actor, { countsReads, offlineReading }: ReadingSettings): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockPaperFor(tx, actor)
      const before = await tx.paper.findUnique({ where: { id: 1 }, select: FIELDS })
      if (before === null) throw new Refusal('The paper is not set up yet.')
      const after = { countsReads, offlineReading }
      const changed = (['countsReads', 'offlineReading'] as const).filter((field) => before[field] !== after[field])
      if (changed.length === 0) return { ok: true, tags: [] }
      await tx.paper.update({ where: { id: 1 }, data: after, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: 'paper.settingsChanged', data: { changed } })
      return { ok: true, tags: [tags.paper(), tags.mostRead()] }
    }),
  )
}

import 'server-only'
import type { Actor } from '#domain/people.ts'
import type { PaperSettingsInput } from '#domain/settings.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction } from '../db.ts'
import { tags } from '../stories/cache.ts'
import { lockPaperFor } from './lock.ts'

/** Changes the paper's name, motto and time zone. The audit event names the fields that changed. */
export function changeSettings(actor: Actor, input: PaperSettingsInput): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockPaperFor(tx, actor)
      const before = await tx.paper.findUnique({ where: { id: 1 }, select: { name: true, motto: true, timeZone: true } })
      if (before === null) throw new Refusal('The paper is not set up yet.')
      const changed = (['name', 'motto', 'timeZone'] as const).filter((field) => before[field] !== input[field])
      if (changed.length === 0) return { ok: true, tags: [] }
      const { name, motto, timeZone } = input
      await tx.paper.update({ where: { id: 1 }, data: { name, motto, timeZone }, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: 'paper.settingsChanged', data: { changed } })
      return { ok: true, tags: [tags.paper()] }
    }),
  )
}

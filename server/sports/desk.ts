import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction } from '../db.ts'
import { tags } from '../stories/cache.ts'

/** Says which section the sports desk belongs to, and whether readers see the strip of scores. */
export function setSportsDesk(asked: Actor, { sectionId, strip }: { sectionId: string | null; strip: boolean }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await actorNow(tx, asked)
      const verdict = decide(actor.role, 'setSportsDesk')
      if (!verdict.allowed) throw new Refusal(verdict.reason)
      await tx.$queryRaw`SELECT 1 FROM "SportsDesk" WHERE "id" = 1 FOR UPDATE`
      if (sectionId !== null && (await tx.section.count({ where: { id: sectionId } })) === 0) throw new Refusal('This section no longer exists. Choose another one.', 'sectionId')
      await tx.sportsDesk.update({ where: { id: 1 }, data: { sectionId, strip }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'sports.deskSet', data: { sectionId, strip } })
      return { ok: true, tags: [tags.sports()] }
    }),
  )
}

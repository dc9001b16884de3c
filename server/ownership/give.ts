import 'server-only'
import type { Actor } from '#domain/people.ts'
import { isOpen } from '#domain/workflow.ts'
import { lockAccounts } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction } from '../db.ts'
import { lockFor } from '../stories/lock.ts'
import { handOver } from './hand-over.ts'

/** Makes somebody with an account answer for a story that is on its way, by the word of whoever may assign people. */
export function giveStory(actor: Actor, { storyId, toId }: { storyId: string; toId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      await lockAccounts(tx, [actor.userId, toId])
      const to = await tx.user.findUnique({ where: { id: toId }, select: { deactivatedAt: true } })
      if (to === null || to.deactivatedAt !== null) throw new Refusal('This person has no account any more. Choose somebody else.', 'toId')
      const story = await lockFor(tx, actor, 'assign', storyId)
      if (!isOpen(story.state)) throw new Refusal('The story is not on its way any more, so nobody needs to take it over.')
      const fromId = story.ownerId ?? story.createdById
      if (fromId === toId) throw new Refusal('They answer for it already.', 'toId')
      // Whoever began it answers for it by that alone.
      await handOver(tx, actor, { storyId, fromId, toId: toId === story.createdById ? null : toId, why: 'asked' })
      return { ok: true, tags: [] }
    }),
  )
}

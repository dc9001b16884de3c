import 'server-only'
import type { Actor } from '#domain/people.ts'
import type { VoteInput } from '#domain/takedown-policy.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, type CommandResult } from '../command.ts'
import { inTransaction } from '../db.ts'
import { refuseFormerAuthor } from '../stories/lock.ts'
import { lockRequest } from './lock.ts'

/** Says what this person would do about an open request; a second vote takes the place of the first. */
export function voteOnRequest(actor: Actor, { requestId, outcome: vote, remark }: VoteInput): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { story } = await lockRequest(tx, actor, 'voteOnRequest', requestId)
      await refuseFormerAuthor(tx, actor, story.id)
      const said = { outcome: vote, remark, at: new Date() }
      await tx.requestVote.upsert({
        where: { requestId_userId: { requestId, userId: actor.userId } },
        create: { requestId, userId: actor.userId, ...said },
        update: said,
        select: { userId: true },
      })
      await recordEvent(tx, { actor, kind: 'request.voted', storyId: story.id, subjectId: requestId, data: { outcome: vote } })
      return { ok: true, tags: [] }
    }),
  )
}

import 'server-only'
import type { Actor } from '#domain/people.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction } from '../db.ts'
import { tellAuthors } from '../notifications/of-stories.ts'
import { tellHeardEditors } from '../notifications/of-decisions.ts'
import { editorsOf } from '../notifications/recipients.ts'
import { lockFor } from '../stories/lock.ts'
import type { Decided } from '../stories/moves.ts'
import { freeze } from '../stories/revisions.ts'

/**
 * An adviser says that they read this revision, with a comment if they have one. It decides nothing; where the adviser is only
 * asked, the editors need not wait any longer.
 */
export function commentOnRevision(actor: Actor, { storyId, revisionId, comment }: Decided & { comment: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const story = await lockFor(tx, actor, 'comment', storyId)
      if (story.workingRevisionId !== revisionId) throw new Refusal('The story changed while you were reading, so nothing was said. Look at what is new first.')
      await freeze(tx, revisionId)
      const { id } = await tx.review.create({ data: { storyId, revisionId, byId: actor.userId, decision: 'COMMENT', notes: comment }, select: { id: true } })
      if (comment !== '') await tx.note.create({ data: { storyId, revisionId, authorId: actor.userId, body: comment, blocking: false, reviewId: id }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'review.commented', storyId, revisionId, subjectId: id })
      await tellAuthors(tx, 'story.commented', { byId: actor.userId, story, also: await editorsOf(tx, storyId) })
      if (story.workingRevision?.reviews.length === 0) await tellHeardEditors(tx, actor.userId, storyId)
      return { ok: true, tags: [] }
    }),
  )
}

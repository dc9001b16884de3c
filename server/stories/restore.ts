import 'server-only'
import type { Actor } from '#domain/people.ts'
import type { StoryState } from '#domain/workflow.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction } from '../db.ts'
import { contentOf, REVISION_CONTENT } from './content.ts'
import { lockFor } from './lock.ts'
import { freeze } from './revisions.ts'
import { changeDraftIn } from './save.ts'
import { findSharedDraft } from './shared-draft.ts'

/**
 * Makes what a former revision said the working copy: always a new revision, so that what stood there before stays in the
 * history. Approvals and what readers see are treated as at any other edit; open editors get the text at once.
 */
export function restoreRevision(actor: Actor, { storyId, revisionId }: { storyId: string; revisionId: string }): Promise<CommandResult<{ state: StoryState; number: number }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const story = await lockFor(tx, actor, 'editStory', storyId)
      const revision = await tx.revision.findFirst({ where: { id: revisionId, storyId }, select: REVISION_CONTENT })
      if (revision === null) throw new Refusal('There is no such revision of this story.')
      if (revisionId === story.workingRevisionId) throw new Refusal('This is the newest revision already.')
      const shared = await findSharedDraft(tx, storyId)
      if (shared?.problem) throw new Refusal(`What is in the editor now is not in the history yet, and would be lost. Put this right first: ${shared.problem}`)
      if (story.workingRevisionId !== null) await freeze(tx, story.workingRevisionId)
      const saved = await changeDraftIn(tx, actor, storyId, () => contentOf(revision))
      if (saved.revisionId === null || saved.revisionId === story.workingRevisionId) throw new Refusal('The story says exactly this already.')
      await recordEvent(tx, { actor, kind: 'story.restored', storyId, revisionId: saved.revisionId, subjectId: revisionId, data: { from: revision.number } })
      return { ok: true, tags: saved.tags, state: saved.state, number: revision.number }
    }),
  )
}

import 'server-only'
import type { Actor } from '#domain/people.ts'
import type { Part } from '#domain/planning/assignments.ts'
import { toDate } from '#domain/planning/days.ts'
import type { NewAssignment } from '#domain/planning/new-assignment.ts'
import { decideOnStory } from '#domain/policy.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow, lockAccounts } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { createStoryIn, signedBy } from '../stories/commands.ts'
import { lockStory, reviewRules, storyCase } from '../stories/lock.ts'
import { beginAssignment, personFor } from './assignments.ts'

const PARTS_OF_FORM = [['WRITER', 'writerId'], ['PHOTOGRAPHER', 'photographerId'], ['EDITOR', 'editorId']] as const satisfies readonly (readonly [Part, keyof NewAssignment])[]

/**
 * Asks for a story without a pitch: starts it for its writer, with everybody's part and the days. Whoever asks for it is no author of
 * it, as long as somebody else writes it.
 */
export function newAssignment(asked: Actor, input: NewAssignment): Promise<CommandResult<{ storyId: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      await lockAccounts(tx, [asked.userId, ...PARTS_OF_FORM.flatMap(([, field]) => input[field] ?? [])])
      const actor = await actorNow(tx, asked)
      const people = await peopleOf(tx, input)
      const writer = people.find(({ part }) => part === 'WRITER')
      if (input.sectionId !== null && (await tx.section.count({ where: { id: input.sectionId } })) === 0) throw new Refusal('This section no longer exists. Choose another one.', 'sectionId')
      const content = { ...(await signedBy(tx, writer ?? null)), headline: input.title, sectionId: input.sectionId }
      const { storyId } = await createStoryIn(tx, actor, { content }, { commissioned: true })
      // The policy is asked about the story as it now stands; a refusal undoes all of it.
      const verdict = decideOnStory(actor.role, 'assign', storyCase(actor, await lockStory(tx, storyId), await reviewRules(tx)))
      if (!verdict.allowed) throw new Refusal(verdict.reason)
      const days = { plannedFor: toDate(input.plannedFor), draftDue: toDate(input.draftDue), editDue: toDate(input.editDue) }
      await tx.story.update({ where: { id: storyId }, data: days, select: { id: true } })
      for (const { userId, part } of people) await beginAssignment(tx, actor, { storyId, userId, part })
      await askForPicture(tx, actor, storyId, input)
      return { ok: true, tags: [], storyId }
    }),
  )
}

async function peopleOf(tx: Tx, input: NewAssignment): Promise<{ userId: string; staffId: string; part: Part }[]> {
  const people: { userId: string; staffId: string; part: Part }[] = []
  for (const [part, field] of PARTS_OF_FORM) {
    const userId = input[field]
    if (userId !== null) people.push({ ...(await personFor(tx, userId, part, field)), part })
  }
  return people
}

async function askForPicture(tx: Tx, actor: Actor, storyId: string, { wanted, photographerId, photoDue }: NewAssignment): Promise<void> {
  if (wanted === '') return
  const { id } = await tx.photoRequest.create({ data: { storyId, wanted, photographerId, due: toDate(photoDue), createdById: actor.userId }, select: { id: true } })
  await recordEvent(tx, { actor, kind: 'photo.asked', storyId, subjectId: id })
}

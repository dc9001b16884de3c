import { describe, expect, test } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { newAssignmentSchema } from '#domain/planning/new-assignment.ts'
import { db } from '../db.ts'
import { newsroomStory } from '../stories/queries.ts'
import { createStory } from '../stories/commands.ts'
import { approveRevision, sendOn, submitStory } from '../stories/moves.ts'
import { changeDraft } from '../stories/save.ts'
import { aStory, anActor, done, newestRevision, wholeContent } from '../testing/builders.ts'
import { assign, unassign, volunteer } from './assignments.ts'
import { newAssignment } from './new-assignment.ts'
import { planStory } from './days.ts'
import { storyPlan } from './queries.ts'

const problems = (result: { ok: boolean; problems?: { message: string }[] }) => (result.ok ? 'it worked' : (result.problems ?? []).map(({ message }) => message).join(' '))
const OWN = 'Nobody approves a story that they wrote or signed.'
const asked = (change: Record<string, unknown> = {}) => newAssignmentSchema.parse({ title: 'The new gym floor', ...change })
const mayEdit = async (actor: Actor, storyId: string) => (await newsroomStory(actor, storyId))?.may.editStory === true
const bylines = async (storyId: string) => (await db().byline.findMany({ where: { revisionId: await newestRevision(storyId) }, select: { staffId: true } })).map(({ staffId }) => staffId)

/** Writes what the checks ask for and takes a story to its review. */
async function toReview(storyId: string, writer: Actor, editor: Actor): Promise<{ storyId: string; revisionId: string }> {
  const whole = await wholeContent(writer)
  done(await changeDraft(writer, storyId, (content) => ({ ...whole, bylines: content.bylines })))
  const decision = { storyId, revisionId: await newestRevision(storyId) }
  done(await submitStory(writer, decision))
  done(await sendOn(editor, decision))
  return decision
}

describe('an assigned writer', () => {
  test('may write from then on, has their byline proposed, and may no longer once they are taken off', async () => {
    const [story, other] = [await aStory(), await anActor('WRITER')]
    const input = { storyId: story.storyId, userId: other.userId, part: 'WRITER' as const }
    expect(await mayEdit(other, story.storyId)).toBe(false)
    expect(problems(await assign(other, input))).toBe('Your role does not include this.')
    done(await assign(story.editor, input))
    done(await assign(story.editor, input))
    expect(await mayEdit(other, story.storyId)).toBe(true)
    expect(await bylines(story.storyId)).toEqual([story.writer.staffId, other.staffId])
    await unsign(story.storyId, story.editor)
    done(await unassign(story.editor, input))
    expect(await mayEdit(other, story.storyId)).toBe(false)
    const events = await db().auditEvent.findMany({ where: { storyId: story.storyId, kind: { startsWith: 'assignment.' } }, orderBy: { id: 'asc' }, select: { kind: true } })
    expect(events.map(({ kind }) => kind)).toEqual(['assignment.made', 'assignment.ended'])
  })

  test('may not approve the story, nor after being taken off and out of the bylines', async () => {
    const [adviser, story] = [await anActor('ADVISER'), await aStory('DRAFT')]
    const input = { storyId: story.storyId, userId: adviser.userId, part: 'WRITER' as const }
    done(await assign(story.editor, input))
    await unsign(story.storyId, story.editor)
    const decision = await toReview(story.storyId, story.writer, story.editor)
    expect(problems(await approveRevision(adviser, decision))).toBe(OWN)
    done(await unassign(story.editor, input))
    expect(problems(await approveRevision(adviser, decision))).toBe(OWN)
    done(await approveRevision(story.adviser, decision))
  })

  test('is not sent through a review again by being assigned during it', async () => {
    const [story, other] = [await aStory('REVIEW'), await anActor('WRITER')]
    done(await assign(story.editor, { storyId: story.storyId, userId: other.userId, part: 'WRITER' }))
    expect(await newestRevision(story.storyId)).toBe(story.revisionId)
  })
})

/** Takes all bylines but the first out. */
async function unsign(storyId: string, editor: Actor): Promise<void> {
  done(await changeDraft(editor, storyId, (content) => ({ ...content, bylines: content.bylines.slice(0, 1) })))
}

describe('nobody is assigned', () => {
  test('to a story that readers see, nor who has left, nor a writer to edit', async () => {
    const [live, story, writer] = [await aStory('LIVE'), await aStory(), await anActor('WRITER')]
    expect(problems(await assign(live.editor, { storyId: live.storyId, userId: writer.userId, part: 'WRITER' }))).toMatch(/on their way to their first publication/)
    expect(problems(await assign(story.editor, { storyId: story.storyId, userId: writer.userId, part: 'EDITOR' }))).toMatch(/Only an editor or an adviser/)
    await db().user.update({ where: { id: writer.userId }, data: { deactivatedAt: new Date() }, select: { id: true } })
    expect(problems(await assign(story.editor, { storyId: story.storyId, userId: writer.userId, part: 'PHOTOGRAPHER' }))).toMatch(/no account any more/)
    expect(await db().assignment.count({ where: { userId: writer.userId } })).toBe(0)
  })
})

describe('a volunteer', () => {
  test('never gets into the draft of somebody else', async () => {
    const [story, other] = [await aStory(), await anActor('WRITER')]
    expect(problems(await volunteer(other, { storyId: story.storyId, part: 'WRITER' }))).toMatch(/has an author already/)
    done(await changeDraft(story.writer, story.storyId, (content) => ({ ...content, bylines: [] })))
    expect(problems(await volunteer(other, { storyId: story.storyId, part: 'WRITER' }))).toMatch(/has an author already/)
    const { storyId } = done(await createStory(story.editor, { content: await wholeContent(story.editor, { bylines: [] }) }))
    expect(problems(await volunteer(other, { storyId, part: 'WRITER' }))).toMatch(/has an author already/)
    expect(await mayEdit(other, story.storyId)).toBe(false)
  })

  test('takes what the newsroom asked for, one of two who come at once', async () => {
    const [editor, one, two] = [await anActor('EDITOR'), await anActor('WRITER'), await anActor('WRITER')]
    const { storyId } = done(await newAssignment(editor, asked()))
    expect((await storyPlan(one, storyId))?.may).toEqual({ assign: false, plan: false, offers: ['WRITER', 'PHOTOGRAPHER'] })
    const both = await Promise.all([volunteer(one, { storyId, part: 'WRITER' }), volunteer(two, { storyId, part: 'WRITER' })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const [winner, loser] = both[0].ok ? [one, two] : [two, one]
    expect([await mayEdit(winner, storyId), await mayEdit(loser, storyId)]).toEqual([true, false])
    expect(await bylines(storyId)).toEqual([winner.staffId])
    done(await volunteer(loser, { storyId, part: 'PHOTOGRAPHER' }))
    expect(await mayEdit(loser, storyId)).toBe(false)
  })
})

describe('a story that an adviser asks for', () => {
  test('can be approved by them once somebody else writes it, and not while nobody does', async () => {
    const [adviser, writer, editor] = [await anActor('ADVISER'), await anActor('WRITER'), await anActor('EDITOR')]
    const { storyId } = done(await newAssignment(adviser, asked({ writerId: writer.userId, plannedFor: '2026-12-11', draftDue: '2026-12-01', wanted: 'The floor', photoDue: '2026-12-02' })))
    expect((await newsroomStory(adviser, storyId))?.isAuthor).toBe(false)
    const decision = await toReview(storyId, writer, editor)
    done(await approveRevision(adviser, decision))

    const alone = done(await newAssignment(adviser, asked()))
    expect((await newsroomStory(adviser, alone.storyId))?.isAuthor).toBe(true)
  })

  test('is no way for a writer to hand out work', async () => {
    const writer = await anActor('WRITER')
    expect(problems(await newAssignment(writer, asked({ writerId: writer.userId })))).toBe('Your role does not include this.')
    expect(await db().story.count({ where: { createdById: writer.userId } })).toBe(0)
  })
})

test('the days of a plan are set by those who plan, in their order, and never over somebody else’s change', async () => {
  const story = await aStory()
  const days = { storyId: story.storyId, plannedFor: '2026-12-11', draftDue: '2026-12-01', editDue: '2026-12-04' }
  expect(problems(await planStory(story.writer, days))).toBe('Your role does not include this.')
  done(await planStory(story.editor, { ...days, seen: '- - -' }))
  expect(problems(await planStory(story.adviser, { ...days, editDue: '2026-12-05', seen: '- - -' }))).toMatch(/changed these days meanwhile/)
  expect(problems(await planStory(story.adviser, { ...days, editDue: '2026-11-30' }))).toMatch(/cannot be due before the draft/)
  const plan = await storyPlan(story.writer, story.storyId)
  expect([plan?.plannedFor, plan?.draftDue, plan?.editDue]).toEqual(['2026-12-11', '2026-12-01', '2026-12-04'])
  expect(await db().auditEvent.count({ where: { storyId: story.storyId, kind: 'plan.changed' } })).toBe(1)
})

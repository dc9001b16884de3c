import { expect, test } from 'vitest'
import { db } from '../db.ts'
import { addOptOut, allowNamed, removeOptOut } from '../opt-out/commands.ts'
import { approveRevision, sendBack, sendOn, submitStory } from '../stories/moves.ts'
import { changeDraft } from '../stories/save.ts'
import { waitingFor } from '../stories/waiting.ts'
import { aStory, anActor, done, newestRevision } from '../testing/builders.ts'
import { escalateOverdue } from './holds.ts'
import { objectTo } from './objections.ts'
import { queueFacts } from './queue.ts'

const lineOf = async (actor: Parameters<typeof waitingFor>[0], storyId: string) => (await waitingFor(actor)).find(({ id }) => id === storyId)

test('a line tells what is new to this person, what is unmet, and until when it may be held', async () => {
  const story = await aStory('REVIEW')
  const first = (await queueFacts(story.adviser, [story.storyId]))[story.storyId]
  expect(first).toMatchObject({ change: 'New to you, 5 words', unmet: 0, blockingNotes: 0 })
  expect(new Date(first?.dueAt ?? 0).getTime()).toBeGreaterThan(Date.now())

  done(await sendBack(story.adviser, { ...story, notes: 'Say more.', request: 'REQUIRED', reason: 'It is too short to be fair.' }))
  done(await changeDraft(story.writer, story.storyId, (content) => ({
    ...content,
    headline: 'Another headline',
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The bell rang twice at noon.' }] }] },
  })))
  const decision = async () => ({ storyId: story.storyId, revisionId: await newestRevision(story.storyId) })
  expect((await queueFacts(story.adviser, [story.storyId]))[story.storyId]).toMatchObject({ change: 'Since your last decision: 1 word added; headline', blockingNotes: 1, dueAt: null })
  // Somebody who never decided on it is told what is true for them.
  expect((await queueFacts(story.editor, [story.storyId]))[story.storyId]?.change).toBe('New to you, 6 words')
  // What somebody wrote is not new to them.
  expect((await queueFacts(story.writer, [story.storyId]))[story.storyId]?.change).toBe('6 words')
  await db().note.updateMany({ where: { storyId: story.storyId }, data: { resolvedAt: new Date() } })
  done(await submitStory(story.writer, await decision()))
  done(await sendOn(story.editor, await decision()))
  done(await approveRevision(story.adviser, await decision()))
  expect((await queueFacts(story.adviser, [story.storyId]))[story.storyId]?.change).toBe('Since your last decision: no change')
})

test('what is missing counts, with the risk checklist that the section requires', async () => {
  const story = await aStory('REVIEW')
  await db().section.update({ where: { id: story.content.sectionId ?? '' }, data: { needsRiskChecklist: true }, select: { id: true } })
  done(await changeDraft(story.editor, story.storyId, (content) => ({ ...content, headline: '' })))
  expect((await queueFacts(story.adviser, [story.storyId]))[story.storyId]?.unmet).toBe(2)
})

test('names that may not stand where they stand count too', async () => {
  const story = await aStory('REVIEW', { headline: 'Quentin Marsh scores' })
  const unmet = async () => (await queueFacts(story.adviser, [story.storyId]))[story.storyId]?.unmet
  expect(await unmet()).toBe(0)
  done(await addOptOut(story.adviser, { name: 'Quentin Marsh', otherNames: [], reason: '' }))
  expect(await unmet()).toBe(1)
  const { id: optOutId } = await db().optOut.findFirstOrThrow({ where: { name: 'Quentin Marsh' }, select: { id: true } })
  const other = await aStory('REVIEW', { headline: 'Quentin Marsh again' })
  done(await allowNamed(story.adviser, { storyId: story.storyId, optOutId, reason: 'His parents agreed.' }))
  const both = await queueFacts(story.adviser, [story.storyId, other.storyId])
  expect([both[story.storyId]?.unmet, both[other.storyId]?.unmet]).toEqual([0, 1])
  done(await removeOptOut(story.adviser, { optOutId }))
})

test('tells nothing to whoever may not enter, and asks nothing for an empty list', async () => {
  expect(await queueFacts(await anActor('ADVISER'), [])).toEqual({})
})

test('a hold that ran out comes first for the advisers, and an unanswered objection for whoever required the change', async () => {
  const [held, objected] = [await aStory('REVIEW'), await aStory('REVIEW')]
  expect((await lineOf(held.adviser, held.storyId))?.todo).toBe('Review and approve')
  await db().$executeRaw`UPDATE "Story" SET "stateSince" = now() - interval '20 days' WHERE "id" = ${held.storyId}::uuid`
  await escalateOverdue(new Date())
  const [top] = await waitingFor(held.adviser)
  expect(top).toMatchObject({ id: held.storyId, todo: 'Held longer than the paper allows: decide', toReview: true })

  done(await sendBack(objected.adviser, { ...objected, notes: 'Out.', request: 'REQUIRED', reason: 'It names a pupil.' }))
  expect((await lineOf(objected.adviser, objected.storyId))?.todo).not.toBe('An objection waits for your answer')
  const { id: reviewId } = await db().review.findFirstOrThrow({ where: { storyId: objected.storyId }, select: { id: true } })
  done(await objectTo(objected.writer, { reviewId, body: 'It is public.' }))
  expect((await lineOf(objected.adviser, objected.storyId))?.todo).toBe('An objection waits for your answer')
  // Another adviser is asked only when it was not answered in time.
  const other = await anActor('ADVISER')
  expect((await lineOf(other, objected.storyId))?.todo).not.toBe('An objection waits for your answer')
  await escalateOverdue(new Date(Date.now() + 20 * 86_400_000))
  expect((await lineOf(other, objected.storyId))?.todo).toBe('An objection waits for your answer')
})

test('a hold that ran out comes first for the person whom the paper names, and for all others where that person may not decide it', async () => {
  const story = await aStory('REVIEW')
  const [named, other] = [story.adviser, await anActor('ADVISER')]
  const names = (escalatePersonId: string | null) => db().paper.update({ where: { id: 1 }, data: { escalation: escalatePersonId === null ? 'ADVISERS' : 'PERSON', escalatePersonId }, select: { id: true } })
  await db().$executeRaw`UPDATE "Story" SET "stateSince" = now() - interval '20 days' WHERE "id" = ${story.storyId}::uuid`
  await escalateOverdue(new Date())
  const HELD = 'Held longer than the paper allows: decide'
  await names(named.userId)
  expect([(await lineOf(named, story.storyId))?.todo, (await lineOf(other, story.storyId))?.todo]).toEqual([HELD, 'Review and approve'])
  await names(story.writer.userId)
  expect((await lineOf(other, story.storyId))?.todo).toBe(HELD)
  await names(named.userId)
  await db().user.update({ where: { id: named.userId }, data: { deactivatedAt: new Date() } })
  expect((await lineOf(other, story.storyId))?.todo).toBe(HELD)
  await names(null)
})

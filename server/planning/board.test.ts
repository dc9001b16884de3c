import { expect, test } from 'vitest'
import { daysAfter } from '#domain/day.ts'
import type { Actor } from '#domain/people.ts'
import { pitchSchema } from '#domain/planning/pitch.ts'
import { paperDay } from '../settings/paper-day.ts'
import { waitingFor } from '../stories/waiting.ts'
import { aStory, anActor, done } from '../testing/builders.ts'
import { assign } from './assignments.ts'
import { boardColumns } from './board.ts'
import { planStory } from './days.ts'
import { askForPhoto } from './photo-requests.ts'
import { makePitch } from './pitches.ts'

const EVERYTHING = { sectionId: null, userId: null }
const titles = async (actor: Actor, filter: Parameters<typeof boardColumns>[1]) =>
  Object.fromEntries((await boardColumns(actor, filter)).columns.map(({ column, cards }) => [column, cards.map(({ title }) => title)]))

test('every story stands in the column of its state, with who, what is due and its pictures; filtered by section and by person', async () => {
  const stories = { DRAFT: await aStory('DRAFT'), EDITING: await aStory('EDITING'), REVIEW: await aStory('REVIEW'), APPROVED: await aStory('APPROVED'), live: await aStory('LIVE') }
  const { today } = await paperDay(new Date())
  const { editor, storyId, writer, content } = stories.DRAFT
  done(await planStory(editor, { storyId, draftDue: daysAfter(today, -1), editDue: null, plannedFor: daysAfter(today, 4) }))
  done(await askForPhoto(editor, { storyId, wanted: 'The floor', photographerId: null, due: null }))
  done(await makePitch(writer, pitchSchema.parse({ title: 'A pitch', why: 'Because.', sectionId: content.sectionId })))
  const board = await titles(editor, EVERYTHING)
  for (const [column, story] of Object.entries(stories)) expect(board[column]).toContain(story.content.headline)
  const own = { pitched: ['A pitch'], DRAFT: [content.headline], EDITING: [], REVIEW: [], APPROVED: [], live: [] }
  expect(await titles(editor, { sectionId: content.sectionId, userId: null })).toEqual(own)
  expect(await titles(editor, { sectionId: null, userId: writer.userId })).toEqual(own)
  expect((await titles(editor, { sectionId: stories.live.content.sectionId, userId: null })).live).toEqual([stories.live.content.headline])
  const card = (await boardColumns(editor, { sectionId: content.sectionId, userId: null })).columns.find(({ column }) => column === 'DRAFT')?.cards[0]
  expect(card).toMatchObject({ who: [writer.name], due: { kind: 'draft', on: daysAfter(today, -1), late: true }, photos: '1 picture wanted, 1 open', plannedFor: daysAfter(today, 4) })
})

test('somebody who is assigned finds the story on their board and in their queue, whoever else writes it', async () => {
  const [story, other] = [await aStory('DRAFT'), await anActor('WRITER')]
  const filter = { sectionId: null, userId: other.userId }
  expect((await titles(other, filter)).DRAFT).toEqual([])
  done(await assign(story.editor, { storyId: story.storyId, userId: other.userId, part: 'WRITER' }))
  expect((await titles(other, filter)).DRAFT).toEqual([story.content.headline])
  expect((await waitingFor(other)).map(({ id, todo }) => ({ id, todo }))).toEqual([{ id: story.storyId, todo: 'Your draft' }])
})

test('the queue holds what one may do something about, and nothing else', async () => {
  const [draft, editing, review] = [await aStory('DRAFT', { bylines: [{ staffId: null, name: ' Byline  Typed', credit: '' }] }), await aStory('EDITING'), await aStory('REVIEW')]
  const typed = await anActor('WRITER', 'Byline  typed')
  const ids = async (actor: Actor) => new Set((await waitingFor(actor)).map(({ id }) => id))
  const [ofEditor, ofWriter, ofTyped] = [await ids(editing.editor), await ids(draft.writer), await ids(typed)]
  expect([ofEditor.has(editing.storyId), ofEditor.has(review.storyId), ofEditor.has(draft.storyId)]).toEqual([true, false, false])
  expect([...ofWriter]).toEqual([draft.storyId])
  expect([...ofTyped]).toEqual([draft.storyId])
  expect((await ids(review.adviser)).has(review.storyId)).toBe(true)
})

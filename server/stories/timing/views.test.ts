import { afterEach, beforeEach, expect, test } from 'vitest'
import { timeNow } from '../../clock.ts'
import { db } from '../../db.ts'
import { jobsInTrouble } from '../../jobs/queries.ts'
import { runQueue } from '../../jobs/schedule.ts'
import { aStory, anActor, done } from '../../testing/builders.ts'
import { frontCards } from '../../testing/front.ts'
import { storyHistory } from '../history.ts'
import { storyList } from '../lists.ts'
import { waitingFor } from '../waiting.ts'
import { newsroomStory } from '../queries.ts'
import { readSection } from '../../sections/read-section.ts'
import { readAddress } from '../reader-views.ts'
import { saveDraft } from '../save.ts'
import { carryOut, giveUp } from './carry-out.ts'
import { liftEmbargo, scheduleStory, scheduleUnpublish, setEmbargo } from './schedule.ts'

const itIs = (at: string) => void (process.env.FP_TEST_CLOCK = String(new Date(at).getTime() - Date.now()))
const THREE = { date: '2037-01-12', time: '15:00' }
const THREE_UTC = '2037-01-12T23:00:00Z'

beforeEach(() => itIs('2037-01-12T18:00:00Z'))
afterEach(() => void (process.env.FP_TEST_CLOCK = '0'))

test('nothing scheduled is seen before its minute: on no front, in no section, at no address, in no byline', async () => {
  const story = await aStory('APPROVED', { headline: 'Canary of the morning', slug: 'canary-of-the-morning' })
  const section = await db().section.findUniqueOrThrow({ where: { id: story.content.sectionId ?? '' }, select: { slug: true } })
  done(await scheduleStory(story.editor, { ...story, ...THREE }))
  const seen = async () => JSON.stringify([await frontCards(), await readSection(section.slug), await readAddress(section.slug, 'canary-of-the-morning')])
  for (const at of ['2037-01-12T18:00:00Z', '2037-01-12T22:59:59Z']) {
    itIs(at)
    await runQueue()
    expect(await seen()).not.toContain('Canary of the morning')
    expect(await db().address.count({ where: { storyId: story.storyId } })).toBe(0)
    expect((await readAddress(section.slug, 'canary-of-the-morning')).answer).toEqual({ kind: 'none' })
  }
  itIs(THREE_UTC)
  // The minute alone shows nothing: readers see what the live pointer names.
  expect(await seen()).not.toContain('Canary of the morning')
  await runQueue()
  expect((await readAddress(section.slug, 'canary-of-the-morning')).answer).toMatchObject({ kind: 'story', story: { publishedAt: new Date(THREE_UTC).toISOString(), updatedAt: null } })
  expect((await frontCards()).cards[0]?.headline).toBe('Canary of the morning')
})

test('a plan waits for nobody; one that failed stands first for everybody who can publish, and for nobody else', async () => {
  const [story, other] = [await aStory('APPROVED'), await aStory('APPROVED')]
  done(await scheduleStory(story.editor, { ...story, ...THREE }))
  const idsFor = async (actor: typeof story.editor) => (await waitingFor(actor)).map(({ id }) => id)
  expect(await idsFor(story.editor)).not.toContain(story.storyId)
  expect((await storyList(story.writer, {})).lines.find(({ id }) => id === story.storyId)?.plans).toEqual([{ words: 'Scheduled for Mon, Jan 12, 3:00 PM', failed: false }])
  await db().note.create({ data: { storyId: story.storyId, revisionId: story.revisionId, authorId: story.adviser.userId, body: 'Wait.', blocking: true }, select: { id: true } })
  itIs(THREE_UTC)
  await runQueue()
  for (const actor of [story.editor, story.adviser, other.editor, await anActor('ADMIN')]) {
    const [first] = await waitingFor(actor)
    expect(first).toMatchObject({ id: story.storyId, planFailed: true, todo: 'Scheduled for Mon, Jan 12, 3:00 PM, not published: One note must be settled first.' })
  }
  expect(await idsFor(story.writer)).not.toContain(story.storyId)
  done(await scheduleStory(other.editor, { ...other, date: '2037-01-12', time: '16:00' }))
})

test('a story’s page says what is planned, in the paper’s time zone and in the one that was asked for', async () => {
  const story = await aStory('APPROVED')
  done(await scheduleStory(story.editor, { ...story, ...THREE }))
  expect((await newsroomStory(story.writer, story.storyId))?.timing).toMatchObject({ publish: { words: 'Mon, Jan 12, 3:00 PM', askedAs: null, by: story.editor.name, failure: null }, unpublish: null, embargo: null, lapsed: null })
  await db().paper.update({ where: { id: 1 }, data: { timeZone: 'America/New_York' }, select: { id: true } })
  expect((await newsroomStory(story.writer, story.storyId))?.timing).toMatchObject({ timeZone: 'America/New_York', publish: { at: new Date(THREE_UTC).toISOString(), words: 'Mon, Jan 12, 6:00 PM', askedAs: 'Jan 12, 3:00 PM in America/Los_Angeles' } })
  await db().paper.update({ where: { id: 1 }, data: { timeZone: 'America/Los_Angeles' }, select: { id: true } })
})

test('an edit says that it cancelled the schedule, on the page and in the history', async () => {
  const story = await aStory('APPROVED')
  done(await scheduleStory(story.editor, { ...story, ...THREE }))
  done(await saveDraft(story.editor, { storyId: story.storyId, version: 1, content: { ...story.content, deck: 'Changed.' } }))
  expect((await newsroomStory(story.writer, story.storyId))?.timing.lapsed).toBe('Mon, Jan 12, 3:00 PM')
  const told = (await storyHistory(story.writer, story.storyId))?.entries.flatMap(({ decisions }) => decisions.map(({ kind, note }) => `${kind}: ${note ?? ''}`))
  expect(told).toEqual(expect.arrayContaining(['story.schedule: for Mon, Jan 12, 2037, 3:00 PM', 'story.unschedule: because the story was edited after its approval']))
})

test('embargo and unpublishing are told, with their reasons', async () => {
  const story = await aStory('REVIEW')
  done(await setEmbargo(story.editor, { storyId: story.storyId, ...THREE }))
  expect((await newsroomStory(story.writer, story.storyId))?.timing.embargo).toEqual({ until: new Date(THREE_UTC).toISOString(), words: 'Mon, Jan 12, 3:00 PM' })
  done(await liftEmbargo(story.adviser, { storyId: story.storyId, reason: 'The board met early.' }))
  const told = (await storyHistory(story.writer, story.storyId))?.entries.flatMap(({ decisions }) => decisions.map(({ kind, note }) => `${kind}: ${note ?? ''}`))
  expect(told).toEqual(expect.arrayContaining(['story.setEmbargo: until Mon, Jan 12, 2037, 3:00 PM', 'story.liftEmbargo: The board met early.']))
  const live = await aStory('LIVE')
  done(await scheduleUnpublish(live.adviser, { ...live, ...THREE, reason: 'A notice that ends.' }))
  expect((await newsroomStory(live.writer, live.storyId))?.timing.unpublish).toMatchObject({ reason: 'A notice that ends.', words: 'Mon, Jan 12, 3:00 PM' })
})

test('a plan that the paper itself could not carry out says so, and its job is seen by an admin alone', async () => {
  const story = await aStory('LIVE')
  done(await scheduleUnpublish(story.adviser, { ...story, ...THREE, reason: 'Over.' }))
  const { id } = await db().schedule.findFirstOrThrow({ where: { storyId: story.storyId }, select: { id: true } })
  await giveUp(id, timeNow())
  await giveUp(id, timeNow())
  expect((await waitingFor(story.adviser)).find((line) => line.id === story.storyId)?.todo).toMatch(/^To be unpublished Mon, Jan 12, 3:00 PM, still live: The paper’s own machine had a problem/)
  expect((await waitingFor(story.editor)).find((line) => line.id === story.storyId)).toBeUndefined()
  expect(await carryOut(id, new Date(THREE_UTC))).toEqual({ tags: [] })
  expect(await carryOut(crypto.randomUUID(), timeNow())).toEqual({ tags: [] })
  await giveUp(crypto.randomUUID(), timeNow())
  expect(await jobsInTrouble(story.adviser)).toEqual([])
  expect(await jobsInTrouble(await anActor('ADMIN'))).toEqual([])
})

import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { timeNow } from '../clock.ts'
import { db } from '../db.ts'
import { retryJob } from '../jobs/commands.ts'
import { stuckJobs } from '../jobs/queue.ts'
import { runQueue, runUpkeep } from '../jobs/schedule.ts'
import { withdrawStory } from '../stories/moves.ts'
import { aSection, aStory, anActor, done, type TestStory } from '../testing/builders.ts'
import { asOwner } from '../testing/database.ts'
import { place, seenFront, setBanner, versionNow } from '../testing/desk.ts'
import { carryOutFront, giveUpFront } from './carry-out.ts'
import { undoStep } from './draft.ts'
import { publishFront } from './publish.ts'
import { failedFronts, frontDesk, frontPreview } from './queries.ts'
import { scheduleFront, unscheduleFront } from './schedule.ts'

const itIs = (at: string) => void (process.env.FP_TEST_CLOCK = String(new Date(at).getTime() - Date.now()))
const owner = (sql: string) => asOwner(process.env.FP_TEST_OWNER_URL ?? '', (client) => client.query(sql))
const problem = (result: { ok: boolean; problems?: { field?: string; message: string }[] }) => (result.ok ? 'it worked' : (result.problems ?? []).map(({ field, message }) => `${field ?? ''}: ${message}`).join(' '))
const published = () => db().frontArrangement.count({ where: { scheduleId: { not: null }, publishedAt: { gte: new Date('2037-01-01') } } })
const eventsOf = async (subjectId: string) => (await db().auditEvent.findMany({ where: { subjectId }, orderBy: { id: 'asc' }, select: { kind: true } })).map(({ kind }) => kind)
const THREE = { date: '2037-01-12', time: '15:00' }
const THREE_UTC = '2037-01-12T23:00:00Z'

let editor: Actor
let adviser: Actor
let first: TestStory
let second: TestStory

const schedule = async (actor: Actor, when: { date: string; time: string; which?: 'first' | 'second' } = THREE) => scheduleFront(actor, { version: await versionNow(), ...when })
const plans = async () => (await frontDesk(editor, ''))?.planned ?? []
const onlyPlan = async () => (await plans())[0]?.id ?? ''

beforeAll(async () => {
  editor = await anActor('EDITOR', 'Eddie Tor')
  adviser = await anActor('ADVISER')
  const { id: sectionId } = await aSection()
  first = await aStory('LIVE', { headline: 'The first', sectionId })
  second = await aStory('LIVE', { headline: 'The second', sectionId })
  await aStory('LIVE', { headline: 'The newest', sectionId })
})
beforeEach(async () => {
  itIs('2037-01-12T18:00:00Z')
  await owner(`DELETE FROM pgboss.job; UPDATE "FrontSchedule" SET "cancelledAt" = now() WHERE "cancelledAt" IS NULL AND "doneAt" IS NULL; DELETE FROM "FrontStep";
    UPDATE "FrontPage" SET "step" = 0, "liveId" = NULL, "bannerEndedAt" = NULL; UPDATE "Paper" SET "timeZone" = 'America/Los_Angeles', "reviewPolicy" = 'ADVISER_APPROVES'`)
})
afterEach(() => void (process.env.FP_TEST_CLOCK = '0'))

test('it comes out at its minute and not before, as it was when it was scheduled, once', async () => {
  await place(editor, first.storyId, { in: 'lead' })
  done(await schedule(editor))
  const id = await onlyPlan()
  // The draft goes on; the plan does not.
  await place(editor, second.storyId, { in: 'lead' })
  expect((await plans())[0]).toMatchObject({ words: 'Mon, Jan 12, 3:00 PM', by: 'Eddie Tor', failure: null, lines: expect.arrayContaining(['Lead: The first']) })
  expect((await frontPreview(editor, id))?.lead?.headline).toBe('The first')
  itIs('2037-01-12T22:59:58Z')
  expect(await runQueue()).toEqual({ processed: 0, tags: [] })
  expect((await seenFront()).lead).toBe('The newest')
  itIs(THREE_UTC)
  // The minute alone shows nothing: readers see what is published.
  expect((await seenFront()).lead).toBe('The newest')
  const before = await published()
  expect((await Promise.all([runQueue(), runQueue()])).flatMap(({ tags }) => tags)).toEqual(['front'])
  expect((await seenFront()).lead).toBe('The first')
  await Promise.all(Array.from({ length: 5 }, () => carryOutFront(id, timeNow())))
  expect([(await published()) - before, await eventsOf(id), await plans()]).toEqual([1, ['front.scheduled'], []])
  expect((await frontDesk(editor, ''))?.before[0]).toMatchObject({ by: 'Eddie Tor', scheduled: true, isLive: true, at: new Date(THREE_UTC).toISOString() })
})

test('several at once run the handler: it is published once', async () => {
  await place(editor, first.storyId, { in: 'lead' })
  done(await schedule(editor))
  const [id, before] = [await onlyPlan(), await published()]
  await Promise.all(Array.from({ length: 6 }, () => carryOutFront(id, new Date(THREE_UTC))))
  expect((await published()) - before).toBe(1)
})

test('a job that comes too early is sent on; one that was lost is found; late after a downtime it is published at once', async () => {
  await place(editor, first.storyId, { in: 'lead' })
  done(await schedule(editor))
  await owner('UPDATE pgboss.job SET start_after = now()')
  expect(await runQueue()).toEqual({ processed: 1, tags: [] })
  expect((await seenFront()).lead).toBe('The newest')
  await owner('DELETE FROM pgboss.job')
  itIs('2037-03-13T08:00:00Z')
  await runUpkeep(new Date())
  await runQueue()
  expect((await seenFront()).lead).toBe('The first')
})

test('of two that were missed the later one stands in the end, whichever is done first', async () => {
  await place(editor, first.storyId, { in: 'lead' })
  done(await schedule(editor, { date: '2037-01-12', time: '16:00' }))
  await place(editor, second.storyId, { in: 'lead' })
  done(await schedule(editor))
  const [three, four] = (await plans()).map(({ id }) => id)
  const late = new Date('2037-01-13T08:00:00Z')
  await carryOutFront(four ?? '', late)
  await carryOutFront(three ?? '', late)
  expect((await seenFront()).lead).toBe('The first')
  expect(await plans()).toEqual([])
})

test('publishing by hand ends what was due before and not done, and leaves what is to come', async () => {
  await place(editor, first.storyId, { in: 'lead' })
  done(await schedule(editor))
  done(await schedule(editor, { date: '2037-01-14', time: '08:00' }))
  itIs('2037-01-12T23:00:30Z')
  await place(editor, second.storyId, { in: 'lead' })
  await Promise.all([publishFront(editor, { version: await versionNow() }), runQueue()])
  await runQueue()
  expect((await seenFront()).lead).toBe('The second')
  expect(await plans()).toMatchObject([{ words: 'Wed, Jan 14, 8:00 AM' }])
})

test('it can be cancelled, and then nothing comes', async () => {
  await place(editor, first.storyId, { in: 'lead' })
  done(await schedule(editor))
  const id = await onlyPlan()
  done(await unscheduleFront(adviser, { scheduleId: id }))
  expect(problem(await unscheduleFront(adviser, { scheduleId: id }))).toBe(': This is no longer scheduled.')
  itIs(THREE_UTC)
  expect(await runQueue()).toEqual({ processed: 0, tags: [] })
  expect(await eventsOf(id)).toEqual(['front.scheduled', 'front.unscheduled'])
  await expect(owner(`DELETE FROM "FrontSchedule"`)).rejects.toThrow(/is kept/)
  await expect(owner(`UPDATE "FrontSchedule" SET "failure" = 'x'`)).rejects.toThrow(/is over/)
})

test('times are those of the school’s clocks; what makes no sense is refused beside its field', async () => {
  expect(problem(await schedule(editor))).toBe(': Readers see this front page already.')
  await place(editor, first.storyId, { in: 'lead' })
  expect(problem(await schedule(editor, { date: '2037-03-08', time: '02:30' }))).toMatch(/^time: The clocks are put forward that night/)
  expect(problem(await schedule(editor, { date: '2037-11-01', time: '01:30' }))).toMatch(/^which: The clocks are put back that night/)
  expect(problem(await schedule(editor, { date: '2037-01-12', time: '09:00' }))).toBe('time: This time is over. Choose a later one.')
  done(await schedule(editor))
  expect(problem(await schedule(editor))).toMatch(/^time: Another front page is scheduled for that minute/)
  expect(problem(await scheduleFront(editor, { version: (await versionNow()) - 1, ...THREE }))).toMatch(/^draft: You changed the draft/)
  done(await undoStep(editor, { version: await versionNow() }))
  // Going back to the automatic front after it makes sense again.
  done(await schedule(editor, { date: '2037-01-13', time: '08:00' }))
})

test('a story that is withdrawn before the minute is not in it; a banner whose end has passed does not show', async () => {
  const gone = await aStory('LIVE', { headline: 'Soon gone' })
  await place(editor, gone.storyId, { in: 'lead' })
  await setBanner(editor, { storyId: first.storyId, ends: { date: '2037-01-12', time: '15:30' } })
  expect(problem(await schedule(editor, { date: '2037-01-12', time: '15:45' }))).toMatch(/The banner would be over by then/)
  done(await schedule(editor))
  done(await withdrawStory(gone.adviser, { ...gone, reason: 'Wrong.' }))
  itIs('2037-01-13T08:00:00Z')
  await runQueue()
  expect(await seenFront()).toMatchObject({ lead: 'The newest', banner: null })
})

test('own words of a banner are asked about when it is scheduled and again at its minute; what fails is said on the desk', async () => {
  await setBanner(editor, { words: 'No school tomorrow' })
  expect(problem(await schedule(editor))).toMatch(/an adviser publishes those/)
  await db().paper.update({ where: { id: 1 }, data: { reviewPolicy: 'OPEN_FORUM' } })
  done(await schedule(editor))
  const id = await onlyPlan()
  await db().paper.update({ where: { id: 1 }, data: { reviewPolicy: 'ADVISER_APPROVES' } })
  itIs(THREE_UTC)
  expect(await runQueue()).toEqual({ processed: 1, tags: [] })
  expect((await seenFront()).banner).toBeNull()
  expect(await plans()).toMatchObject([{ id, failure: expect.stringMatching(/an adviser publishes those/) }])
  expect([await failedFronts(editor), await failedFronts(first.writer)]).toEqual([1, 0])
  expect(await eventsOf(id)).toEqual(['front.scheduled', 'front.scheduleFailed'])
  expect(await db().notification.count({ where: { kind: 'front.failed', subjectId: id } })).toBeGreaterThan(0)
  // It is not tried again, and somebody puts it away.
  await carryOutFront(id, timeNow())
  done(await unscheduleFront(editor, { scheduleId: id }))
  expect(await failedFronts(editor)).toBe(0)
  await setBanner(adviser, { words: 'No school on Friday' })
  done(await schedule(adviser, { date: '2037-01-12', time: '17:00' }))
  itIs('2037-01-13T01:00:00Z')
  await runQueue()
  expect((await seenFront()).banner).toBe('No school on Friday')
})

test('what the paper itself could not do is said on the desk, once', async () => {
  await place(editor, first.storyId, { in: 'lead' })
  done(await schedule(editor))
  const id = await onlyPlan()
  await giveUpFront(id, timeNow())
  await giveUpFront(id, timeNow())
  await giveUpFront(crypto.randomUUID(), timeNow())
  expect((await plans())[0]?.failure).toMatch(/^The paper’s own machine had a problem/)
  expect(await eventsOf(id)).toEqual(['front.scheduled', 'front.scheduleFailed'])
  expect(await carryOutFront(crypto.randomUUID(), timeNow())).toEqual({ tags: [] })
})

test('what the paper gave up comes out when an admin has its job tried again, unless somebody decided meanwhile', async () => {
  await place(editor, first.storyId, { in: 'lead' })
  done(await schedule(editor))
  const [id, admin] = [await onlyPlan(), await anActor('ADMIN')]
  const failForGood = async () => {
    await owner(`UPDATE pgboss.job SET state = 'failed', completed_on = now() WHERE name = 'front.due'`)
    await giveUpFront(id, timeNow())
    const [job] = await stuckJobs()
    if (job === undefined) throw new Error('no failed job')
    return job
  }
  const job = await failForGood()
  itIs(THREE_UTC)
  done(await retryJob(admin, job))
  expect((await plans())[0]?.failure).toBeNull()
  await owner(`UPDATE pgboss.job SET start_after = now()`)
  await runQueue()
  expect([(await seenFront()).lead, await plans()]).toEqual(['The first', []])
  await owner(`UPDATE pgboss.job SET state = 'failed'`)
  expect(problem(await retryJob(admin, job))).toBe(': Somebody decided on this front page meanwhile: nothing is left to do.')
})

test('own words of a banner do not go live as the word of somebody who was deactivated meanwhile', async () => {
  const leaving = await anActor('ADVISER')
  await setBanner(leaving, { words: 'No school ever again' })
  done(await schedule(leaving))
  const id = await onlyPlan()
  await db().user.update({ where: { id: leaving.userId }, data: { deactivatedAt: new Date() } })
  itIs(THREE_UTC)
  await runQueue()
  expect((await seenFront()).banner).toBeNull()
  expect(await plans()).toMatchObject([{ id, failure: expect.stringMatching(/an adviser publishes those/) }])
})

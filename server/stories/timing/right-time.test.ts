import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { WallTime } from '#domain/school-time.ts'
import { timeNow } from '../../clock.ts'
import { db } from '../../db.ts'
import { runQueue, runUpkeep } from '../../jobs/schedule.ts'
import { aStory, anActor, done, newestRevision, type TestStory } from '../../testing/builders.ts'
import { asOwner } from '../../testing/database.ts'
import { publishRevision, withdrawStory } from '../moves.ts'
import { saveDraft } from '../save.ts'
import { carryOut } from './carry-out.ts'
import { cancelUnpublish, liftEmbargo, scheduleStory, scheduleUnpublish, setEmbargo, unscheduleStory } from './schedule.ts'

const ZONE = 'America/Los_Angeles'
const HOUR = 3_600_000
/** Moves the clock of commands and jobs to an instant: always ahead, in a year that is long to come. */
const itIs = (at: string) => void (process.env.FP_TEST_CLOCK = String(new Date(at).getTime() - Date.now()))
const owner = (sql: string) => asOwner(process.env.FP_TEST_OWNER_URL ?? '', (client) => client.query(sql))

const standing = (storyId: string) =>
  db().story.findUniqueOrThrow({ where: { id: storyId }, select: { state: true, liveRevisionId: true, firstPublishedAt: true, lastPublishedAt: true, withdrawnReason: true } })
const plans = (storyId: string) => db().schedule.findMany({ where: { storyId }, orderBy: { createdAt: 'asc' }, select: { id: true, kind: true, at: true, cancelledAt: true, doneAt: true, failedAt: true, failure: true } })
const kinds = async (storyId: string) => (await db().auditEvent.findMany({ where: { storyId }, orderBy: { id: 'asc' }, select: { kind: true } })).map(({ kind }) => kind).slice(4)
const problem = (result: { ok: boolean; problems?: { field?: string; message: string }[] }) => (result.ok ? 'it worked' : (result.problems ?? []).map(({ field, message }) => `${field ?? ''}: ${message}`).join(' '))
const waitingJobs = async () => (await db().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM pgboss.job WHERE state < 'active'`)[0]?.n

const THREE: WallTime = { date: '2037-01-12', time: '15:00' }
const THREE_UTC = '2037-01-12T23:00:00Z'
const schedule = (story: TestStory, when: WallTime & { which?: 'first' | 'second' } = THREE) => scheduleStory(story.editor, { storyId: story.storyId, revisionId: story.revisionId, ...when })

beforeEach(async () => {
  itIs('2037-01-12T18:00:00Z')
  await owner(`DELETE FROM pgboss.job; UPDATE "Paper" SET "timeZone" = '${ZONE}'`)
})
afterEach(() => void (process.env.FP_TEST_CLOCK = '0'))

describe('a scheduled publication', () => {
  test('happens at its minute and not before, once, with one event', async () => {
    const story = await aStory('APPROVED')
    done(await schedule(story))
    itIs('2037-01-12T22:59:58Z')
    expect((await runQueue()).processed).toBe(0)
    expect((await standing(story.storyId)).liveRevisionId).toBeNull()
    itIs(THREE_UTC)
    const { tags } = await runQueue()
    expect(tags).toEqual(expect.arrayContaining(['front', `story:${story.storyId}`]))
    expect(await standing(story.storyId)).toMatchObject({ state: 'LIVE', liveRevisionId: story.revisionId, firstPublishedAt: new Date(THREE_UTC) })
    expect(await runQueue()).toEqual({ processed: 0, tags: [] })
    expect(await kinds(story.storyId)).toEqual(['story.schedule', 'story.publish'])
    const { actorId, data } = await db().auditEvent.findFirstOrThrow({ where: { storyId: story.storyId, kind: 'story.publish' }, select: { actorId: true, data: true } })
    expect([actorId, data]).toEqual([null, expect.objectContaining({ from: 'APPROVED', to: 'LIVE', plannedFor: new Date(THREE_UTC).toISOString() })])
  })

  test('a job that comes too early is sent on to its time', async () => {
    const story = await aStory('APPROVED')
    done(await schedule(story))
    await owner('UPDATE pgboss.job SET start_after = now()')
    expect(await runQueue()).toEqual({ processed: 1, tags: [] })
    expect([(await standing(story.storyId)).liveRevisionId, await waitingJobs()]).toEqual([null, 1])
  })

  test('two ticks at once, and the handler run twice at once, publish once', async () => {
    const stories = await Promise.all(Array.from({ length: 6 }, () => aStory('APPROVED')))
    for (const story of stories) done(await schedule(story))
    itIs(THREE_UTC)
    await Promise.all([runQueue(), runQueue()])
    const again = await aStory('APPROVED')
    itIs('2037-01-12T18:00:00Z')
    done(await schedule(again))
    const [plan] = await plans(again.storyId)
    await Promise.all(Array.from({ length: 5 }, () => carryOut(plan?.id ?? '', new Date(THREE_UTC))))
    for (const story of [...stories, again]) expect((await kinds(story.storyId)).filter((kind) => kind === 'story.publish')).toHaveLength(1)
  })

  test('killed between the job and its effect, or between the effect and the end of the job: it is done once', async () => {
    const story = await aStory('APPROVED')
    done(await schedule(story))
    const [plan] = await plans(story.storyId)
    itIs(THREE_UTC)
    await carryOut(plan?.id ?? '', timeNow())
    expect(await runQueue()).toEqual({ processed: 1, tags: [] })
    expect(await kinds(story.storyId)).toEqual(['story.schedule', 'story.publish'])
  })

  test('late after a downtime it is published at once, dated as planned, and not called updated', async () => {
    const story = await aStory('APPROVED')
    done(await schedule(story))
    itIs('2037-01-13T08:00:00Z')
    await runQueue()
    expect(await standing(story.storyId)).toMatchObject({ state: 'LIVE', firstPublishedAt: new Date(THREE_UTC), lastPublishedAt: new Date(THREE_UTC) })
  })

  test('a plan whose job was lost is found and carried out', async () => {
    const story = await aStory('APPROVED')
    done(await schedule(story))
    await owner('DELETE FROM pgboss.job')
    itIs('2037-03-13T08:00:00Z')
    await runUpkeep(new Date())
    await runQueue()
    expect((await standing(story.storyId)).liveRevisionId).toBe(story.revisionId)
  })

  test('publishing by hand beats it, also at the same moment', async () => {
    const story = await aStory('APPROVED')
    done(await schedule(story))
    done(await publishRevision(story.editor, story))
    expect(await waitingJobs()).toBe(0)
    expect(await kinds(story.storyId)).toEqual(['story.schedule', 'story.unschedule', 'story.publish'])
    for (let round = 0; round < 5; round += 1) {
      const other = await aStory('APPROVED')
      itIs('2037-01-12T18:00:00Z')
      done(await schedule(other))
      itIs(THREE_UTC)
      await Promise.all([runQueue(), publishRevision(other.editor, other)])
      expect((await kinds(other.storyId)).filter((kind) => kind === 'story.publish')).toHaveLength(1)
      expect((await plans(other.storyId)).filter(({ doneAt, cancelledAt }) => doneAt === null && cancelledAt === null)).toEqual([])
    }
  })

  test('any edit cancels it in the same transaction, and says so', async () => {
    const story = await aStory('APPROVED')
    done(await schedule(story))
    done(await saveDraft(story.editor, { storyId: story.storyId, version: 1, content: { ...story.content, deck: 'Changed after the approval.' } }))
    expect(await plans(story.storyId)).toMatchObject([{ cancelledAt: expect.any(Date), doneAt: null }])
    expect(await kinds(story.storyId)).toEqual(['story.schedule', 'story.edited', 'story.unschedule'])
    itIs(THREE_UTC)
    expect(await runQueue()).toEqual({ processed: 0, tags: [] })
    expect(await standing(story.storyId)).toMatchObject({ state: 'REVIEW', liveRevisionId: null })
  })

  test('edited and due at once: either the approved revision is out, or nothing', async () => {
    for (let round = 0; round < 8; round += 1) {
      itIs('2037-01-12T18:00:00Z')
      const story = await aStory('APPROVED')
      done(await schedule(story))
      itIs(THREE_UTC)
      await Promise.all([runQueue(), saveDraft(story.editor, { storyId: story.storyId, version: 1, content: { ...story.content, deck: 'At the last moment.' } })])
      const after = await standing(story.storyId)
      expect([null, story.revisionId]).toContain(after.liveRevisionId)
      expect(after.state).toBe(after.liveRevisionId === null ? 'REVIEW' : 'DRAFT')
    }
  })

  test('what is unmet at its minute leaves the story approved, with the reason, and it is not tried again', async () => {
    const story = await aStory('APPROVED')
    done(await schedule(story))
    await db().note.create({ data: { storyId: story.storyId, revisionId: story.revisionId, authorId: story.adviser.userId, body: 'Wait.', blocking: true }, select: { id: true } })
    itIs(THREE_UTC)
    await runQueue()
    expect(await standing(story.storyId)).toMatchObject({ state: 'APPROVED', liveRevisionId: null })
    const [plan] = await plans(story.storyId)
    expect(plan).toMatchObject({ failedAt: expect.any(Date), failure: 'One note must be settled first.', doneAt: null, cancelledAt: null })
    await carryOut(plan?.id ?? '', timeNow())
    expect(await kinds(story.storyId)).toEqual(['story.schedule', 'story.scheduleFailed'])
    await db().note.updateMany({ where: { storyId: story.storyId }, data: { resolvedAt: new Date() } })
    done(await schedule(story, { date: '2037-01-12', time: '16:00' }))
    expect((await plans(story.storyId)).map(({ cancelledAt }) => cancelledAt !== null)).toEqual([true, false])
  })

  test('a second plan replaces the first, and only editors and advisers plan', async () => {
    const story = await aStory('APPROVED')
    expect(problem(await scheduleStory(story.writer, { ...story, ...THREE }))).toMatch(/role does not include/)
    expect(problem(await unscheduleStory(story.writer, story))).toMatch(/role does not include/)
    done(await schedule(story))
    done(await schedule(story, { date: '2037-01-12', time: '16:00' }))
    expect(await waitingJobs()).toBe(1)
    itIs(THREE_UTC)
    await runQueue()
    expect((await standing(story.storyId)).liveRevisionId).toBeNull()
    done(await unscheduleStory(story.adviser, story))
    expect(problem(await unscheduleStory(story.adviser, story))).toBe(': Nothing is scheduled any more.')
    itIs('2037-01-13T00:00:00Z')
    expect((await runQueue()).processed).toBe(0)
  })

  test('what was not approved, was changed meanwhile or is over cannot be planned', async () => {
    const review = await aStory('REVIEW')
    expect(problem(await schedule(review))).toMatch(/cannot be done while the story is in review/)
    const story = await aStory('APPROVED')
    expect(problem(await scheduleStory(story.editor, { storyId: story.storyId, revisionId: review.revisionId, ...THREE }))).toMatch(/changed while you were reading/)
    expect(problem(await schedule(story, { date: '2037-01-12', time: '10:00' }))).toBe('time: This time is over. Choose a later one.')
    expect(problem(await schedule(story, { date: '2047-01-12', time: '10:00' }))).toBe('date: Choose a time within the next year.')
    expect(await plans(story.storyId)).toEqual([])
  })

  test('a new time zone of the paper leaves the instant where it was', async () => {
    const story = await aStory('APPROVED')
    done(await schedule(story))
    await owner(`UPDATE "Paper" SET "timeZone" = 'America/New_York'`)
    expect(await db().schedule.findFirst({ where: { storyId: story.storyId }, select: { at: true, plannedAt: true, timeZone: true } })).toEqual({ at: new Date(THREE_UTC), plannedAt: '2037-01-12T15:00', timeZone: ZONE })
  })
})

describe('the nights on which clocks are changed', () => {
  test('a time that is skipped is refused with the next one', async () => {
    const story = await aStory('APPROVED')
    expect(problem(await schedule(story, { date: '2037-03-08', time: '02:30' }))).toBe('time: The clocks are put forward that night, and Mar 8, 2:30 AM does not exist. The next time is Mar 8, 3:00 AM.')
    done(await schedule(story, { date: '2037-03-08', time: '03:00' }))
    itIs('2037-03-08T09:59:59Z')
    expect((await runQueue()).processed).toBe(0)
    itIs('2037-03-08T10:00:00Z')
    await runQueue()
    expect((await standing(story.storyId)).firstPublishedAt).toEqual(new Date('2037-03-08T10:00:00Z'))
  })

  test('a time that comes twice is asked about, and each of the two is right', async () => {
    itIs('2037-10-31T12:00:00Z')
    const NIGHT = { date: '2037-11-01', time: '01:30' }
    const [one, two] = [await aStory('APPROVED'), await aStory('APPROVED')]
    expect(problem(await schedule(one, NIGHT))).toBe('which: The clocks are put back that night, and this time comes twice: first 1:30 AM PDT (UTC−7), then 1:30 AM PST (UTC−8). Say which you mean.')
    done(await schedule(one, { ...NIGHT, which: 'first' }))
    done(await schedule(two, { ...NIGHT, which: 'second' }))
    itIs('2037-11-01T08:30:00Z')
    await runQueue()
    expect([(await standing(one.storyId)).state, (await standing(two.storyId)).state]).toEqual(['LIVE', 'APPROVED'])
    itIs('2037-11-01T09:30:00Z')
    await runQueue()
    expect((await standing(two.storyId)).firstPublishedAt).toEqual(new Date('2037-11-01T09:30:00Z'))
  })
})

describe('an embargo', () => {
  test('blocks publishing and planning for everybody, an admin too, until it is over', async () => {
    const story = await aStory('APPROVED')
    const admin = await anActor('ADMIN')
    done(await setEmbargo(story.editor, { storyId: story.storyId, date: '2037-01-12', time: '16:00' }))
    for (const actor of [story.editor, story.adviser, admin]) {
      expect(problem(await publishRevision(actor, story))).toMatch(/under embargo until Mon, Jan 12, 4:00 PM/)
      expect(problem(await scheduleStory(actor, { ...story, ...THREE }))).toMatch(/^time: It is under embargo/)
    }
    done(await schedule(story, { date: '2037-01-12', time: '16:00' }))
    itIs('2037-01-13T00:00:00Z')
    await runQueue()
    expect((await standing(story.storyId)).state).toBe('LIVE')
  })

  test('cancels a plan for a time before its end; is made longer by anybody, and shorter by nobody', async () => {
    const story = await aStory('APPROVED')
    done(await schedule(story))
    done(await setEmbargo(story.editor, { storyId: story.storyId, date: '2037-01-12', time: '16:00' }))
    expect(await plans(story.storyId)).toMatchObject([{ cancelledAt: expect.any(Date) }])
    expect(problem(await setEmbargo(story.adviser, { storyId: story.storyId, date: '2037-01-12', time: '15:30' }))).toMatch(/^time: It is under embargo until/)
    done(await setEmbargo(story.editor, { storyId: story.storyId, date: '2037-01-12', time: '17:00' }))
    expect(await kinds(story.storyId)).toEqual(['story.schedule', 'story.setEmbargo', 'story.unschedule', 'story.setEmbargo'])
  })

  test('is lifted by an adviser alone, with a reason on record', async () => {
    const story = await aStory('APPROVED')
    done(await setEmbargo(story.editor, { storyId: story.storyId, date: '2037-01-12', time: '16:00' }))
    expect(problem(await liftEmbargo(story.editor, { storyId: story.storyId, reason: 'They said yes.' }))).toMatch(/role does not include/)
    expect(problem(await liftEmbargo(story.adviser, { storyId: story.storyId, reason: ' ' }))).toBe('reason: Say why.')
    done(await liftEmbargo(story.adviser, { storyId: story.storyId, reason: 'They said yes.' }))
    expect(problem(await liftEmbargo(story.adviser, { storyId: story.storyId, reason: 'Again.' }))).toMatch(/no embargo any more/)
    done(await publishRevision(story.editor, story))
    expect(problem(await setEmbargo(story.editor, { storyId: story.storyId, ...THREE }))).toMatch(/cannot be done while the story is live/)
  })

  test('that came behind the plan’s back is seen at the minute', async () => {
    const story = await aStory('APPROVED')
    done(await schedule(story))
    await db().story.update({ where: { id: story.storyId }, data: { embargoUntil: new Date(new Date(THREE_UTC).getTime() + HOUR) }, select: { id: true } })
    itIs(THREE_UTC)
    await runQueue()
    expect((await plans(story.storyId))[0]?.failure).toMatch(/under embargo until/)
    expect((await standing(story.storyId)).state).toBe('APPROVED')
  })
})

describe('unpublishing at a time', () => {
  const plan = (story: TestStory, reason = 'The event is over.') => scheduleUnpublish(story.adviser, { storyId: story.storyId, revisionId: story.revisionId, ...THREE, reason })

  test('withdraws with the reason that was given, by the paper itself', async () => {
    const story = await aStory('LIVE')
    expect(problem(await scheduleUnpublish(story.editor, { ...story, ...THREE, reason: 'x' }))).toMatch(/role does not include/)
    expect(problem(await plan(story, ' '))).toBe('reason: Say why.')
    done(await plan(story))
    itIs(THREE_UTC)
    const { tags } = await runQueue()
    expect(tags).toContain(`story:${story.storyId}`)
    expect(await standing(story.storyId)).toMatchObject({ state: 'WITHDRAWN', liveRevisionId: null, withdrawnReason: 'The event is over.' })
    expect(await kinds(story.storyId)).toEqual(['story.publish', 'story.scheduleUnpublish', 'story.withdraw'])
  })

  test('outlives an edit, and ends with a withdrawal by hand', async () => {
    const story = await aStory('LIVE')
    done(await plan(story))
    done(await saveDraft(story.editor, { storyId: story.storyId, version: 1, content: { ...story.content, deck: 'An update.' } }))
    expect(await plans(story.storyId)).toMatchObject([{ cancelledAt: null }])
    expect(problem(await scheduleUnpublish(story.adviser, { storyId: story.storyId, revisionId: await newestRevision(story.storyId), ...THREE, reason: 'x' }))).toMatch(/newer version was published/)
    done(await withdrawStory(story.adviser, { ...story, reason: 'Now.' }))
    itIs(THREE_UTC)
    expect((await runQueue()).processed).toBe(0)
    expect(await kinds(story.storyId)).toEqual(['story.publish', 'story.scheduleUnpublish', 'story.edited', 'story.cancelUnpublish', 'story.withdraw'])
  })

  test('is cancelled by an adviser', async () => {
    const story = await aStory('LIVE')
    done(await plan(story))
    expect(problem(await cancelUnpublish(story.editor, story))).toMatch(/role does not include/)
    done(await cancelUnpublish(story.adviser, story))
    expect(problem(await cancelUnpublish(story.adviser, story))).toMatch(/Nothing is planned/)
  })
})

test('the database keeps plans as they were made, one of a kind for a story', async () => {
  const story = await aStory('APPROVED')
  done(await schedule(story))
  const [plan] = await plans(story.storyId)
  const id = plan?.id ?? ''
  await expect(db().schedule.update({ where: { id }, data: { at: new Date() }, select: { id: true } })).rejects.toThrow()
  await expect(db().schedule.delete({ where: { id }, select: { id: true } })).rejects.toThrow()
  const copy = { storyId: story.storyId, revisionId: story.revisionId, kind: 'PUBLISH' as const, at: new Date(), plannedAt: 'x', timeZone: ZONE, createdById: story.editor.userId }
  await expect(db().schedule.create({ data: copy, select: { id: true } })).rejects.toThrow()
  done(await unscheduleStory(story.editor, story))
  await expect(db().schedule.update({ where: { id }, data: { doneAt: new Date() }, select: { id: true } })).rejects.toThrow()
})

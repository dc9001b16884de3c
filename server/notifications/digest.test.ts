import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { db, inTransaction } from '../db.ts'
import { retryJob } from '../jobs/commands.ts'
import { failJob, fetchDue, enqueue } from '../jobs/queue.ts'
import { runMails } from '../jobs/schedule.ts'
import { unseal } from '../mail/seal.ts'
import { assign } from '../planning/assignments.ts'
import { askForPhoto } from '../planning/photo-requests.ts'
import { planStory } from '../planning/days.ts'
import { scheduleStory } from '../stories/timing/schedule.ts'
import { aStory, anActor, done } from '../testing/builders.ts'
import { asOwner } from '../testing/database.ts'
import { changeOwnSettings, openNotification } from './commands.ts'
import { writeDigests } from './digest.ts'
import { tellOfDues } from './dues.ts'
import { tellOfFailedJobs } from './machine.ts'
import { notify } from './notify.ts'
import { sweepNotifications } from './sweep.ts'

const WORKER = path.join(import.meta.dirname, '..', 'testing', 'digest-worker.ts')
const owner = (sql: string) => asOwner(process.env.FP_TEST_OWNER_URL ?? '', (client) => client.query(sql))
/** Moves the clock of commands and jobs; always ahead, in a year that is long to come. */
const itIs = (at: string) => {
  process.env.FP_TEST_CLOCK = String(new Date(at).getTime() - Date.now())
  return new Date(at)
}
const tell = (notice: Parameters<typeof notify>[1]) => inTransaction((tx) => notify(tx, notice))
const digestsTo = async (actor: Actor) => {
  const mails = await db().outgoingMail.findMany({ where: { userId: actor.userId, kind: 'digest' }, orderBy: { createdAt: 'asc' }, select: { id: true, sealed: true } })
  return mails.map(({ id, sealed }) => unseal(id, sealed))
}
const kindsOf = async (actor: Actor) => (await db().notification.findMany({ where: { userId: actor.userId }, orderBy: { at: 'asc' }, select: { kind: true, subjectId: true } })).map(({ kind, subjectId }) => `${kind} ${subjectId ?? ''}`.trim())

beforeAll(() => {
  process.env.FP_MAIL_CATCH_ALL = '1'
})
beforeEach(async () => {
  await owner('DELETE FROM "Notification"; DELETE FROM "Digest"; DELETE FROM "OutgoingMail"; DELETE FROM pgboss.job')
  await db().user.updateMany({ data: { deactivatedAt: new Date() } })
})
afterEach(() => void (process.env.FP_TEST_CLOCK = '0'))

describe('a digest', () => {
  // The paper is in Los Angeles: 7:00 AM is 15:00 UTC in winter and 14:00 UTC in summer.
  test('comes at its hour, with what is unread and chosen for it, once', async () => {
    itIs('2037-01-12T20:00:00Z')
    const story = await aStory('DRAFT')
    for (const kind of ['story.approved', 'story.published', 'story.commented'] as const) await tell({ kind, to: [story.writer.userId], byId: story.adviser.userId, storyId: story.storyId })
    const [read] = await db().notification.findMany({ where: { userId: story.writer.userId, kind: 'story.published' }, select: { id: true } })
    await openNotification(story.writer, read?.id ?? '')
    expect(await writeDigests(itIs('2037-01-13T14:59:59Z'))).toBe(0)
    expect(await writeDigests(itIs('2037-01-13T15:00:00Z'))).toBe(1)
    expect(await writeDigests(itIs('2037-01-13T15:00:05Z'))).toBe(0)
    const [digest, ...more] = await digestsTo(story.writer)
    expect(more).toEqual([])
    expect(digest?.subject).toBe('2 things to know · Test Paper')
    expect(digest?.text).toContain(`approved “${story.content.headline}”`)
    expect(digest?.text).not.toContain('published')
    expect(digest?.text).not.toContain('The bell rang')
    await tell({ kind: 'story.approved', to: [story.writer.userId], byId: null, storyId: story.storyId })
    expect(await writeDigests(itIs('2037-01-14T14:00:00Z'))).toBe(0)
    expect(await writeDigests(itIs('2037-01-14T18:00:00Z'))).toBe(1)
    expect((await digestsTo(story.writer))[1]?.subject).toBe('One thing to know · Test Paper')
  })

  test('keeps its hour on the clocks over the night on which they are changed', async () => {
    // 8 March 2037: the clocks are put forward.
    itIs('2037-03-07T20:00:00Z')
    const writer = await anActor('WRITER')
    await tell({ kind: 'story.approved', to: [writer.userId], byId: null })
    expect(await writeDigests(itIs('2037-03-08T13:59:00Z'))).toBe(0)
    expect(await writeDigests(itIs('2037-03-08T14:00:00Z'))).toBe(1)
    itIs('2037-10-31T20:00:00Z')
    await tell({ kind: 'story.approved', to: [writer.userId], byId: null })
    expect(await writeDigests(itIs('2037-11-01T14:30:00Z'))).toBe(0)
    expect(await writeDigests(itIs('2037-11-01T15:00:00Z'))).toBe(1)
  })

  test('comes on Mondays, or never, as one chose', async () => {
    itIs('2037-01-13T20:00:00Z')
    const [weekly, never] = [await anActor('WRITER'), await anActor('WRITER')]
    done(await changeOwnSettings(weekly, { choices: {}, digest: 'WEEKLY', digestHour: 16 }))
    await tell({ kind: 'story.approved', to: [weekly.userId, never.userId], byId: null })
    done(await changeOwnSettings(never, { choices: {}, digest: 'NEVER', digestHour: 7 }))
    expect(await writeDigests(itIs('2037-01-18T20:00:00Z'))).toBe(0)
    // Monday, January 19, 4:00 PM.
    expect(await writeDigests(itIs('2037-01-20T00:00:00Z'))).toBe(1)
    expect([(await digestsTo(weekly)).length, (await digestsTo(never)).length]).toEqual([1, 0])
  })

  test('is written once though two processes write at once', { timeout: 60_000 }, async () => {
    itIs('2037-01-12T20:00:00Z')
    const people = await Promise.all(Array.from({ length: 12 }, () => anActor('WRITER')))
    await tell({ kind: 'story.approved', to: people.map(({ userId }) => userId), byId: null })
    itIs('2037-01-13T15:00:00Z')
    const workers = await Promise.all([0, 1].map(async () => {
      const child = fork(WORKER, { execArgv: ['--conditions=react-server'], env: { ...process.env, VITEST: undefined }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
      onTestFinished(() => void child.kill('SIGKILL'))
      await once(child, 'message')
      return child
    }))
    const answers = workers.map((child) => once(child, 'message'))
    for (const child of workers) child.send('go')
    const written = (await Promise.all(answers)).map(([count]) => Number(count))
    expect(written.reduce((sum, count) => sum + count, 0)).toBe(12)
    expect(await db().outgoingMail.groupBy({ by: ['userId'], where: { kind: 'digest' }, _count: { _all: true } })).toHaveLength(12)
    expect(await db().outgoingMail.count({ where: { kind: 'digest' } })).toBe(12)
    await runMails()
    expect(await db().outgoingMail.count({ where: { state: 'CAUGHT' } })).toBe(12)
  })
})

describe('due days', () => {
  test('are told once when they are near and once when they have passed, to whose part it is, and not at night', async () => {
    itIs('2037-01-12T20:00:00Z')
    const [story, photographer] = [await aStory('DRAFT'), await anActor('WRITER')]
    const { storyId } = story
    done(await planStory(story.editor, { storyId, draftDue: '2037-01-14', editDue: '2037-01-15', plannedFor: null }))
    done(await assign(story.adviser, { storyId, userId: story.editor.userId, part: 'EDITOR' }))
    done(await askForPhoto(story.editor, { storyId, wanted: 'The floor', photographerId: photographer.userId, due: '2037-01-14' }))
    await owner('DELETE FROM "Notification"')
    await tellOfDues(itIs('2037-01-12T20:00:00Z'))
    await tellOfDues(itIs('2037-01-13T10:00:00Z'))
    expect(await db().notification.count()).toBe(0)
    await tellOfDues(itIs('2037-01-13T16:30:00Z'))
    await tellOfDues(itIs('2037-01-13T16:30:05Z'))
    expect(await kindsOf(story.writer)).toEqual(['due.near draft:2037-01-14'])
    expect(await kindsOf(photographer)).toEqual(['due.near photo:2037-01-14'])
    await tellOfDues(itIs('2037-01-15T17:00:00Z'))
    await tellOfDues(itIs('2037-01-15T18:00:00Z'))
    expect(await kindsOf(story.writer)).toEqual(['due.near draft:2037-01-14', 'due.passed draft:2037-01-14'])
    expect(await kindsOf(story.editor)).toEqual(['due.near edit:2037-01-15'])
    expect(await kindsOf(photographer)).toEqual(['due.near photo:2037-01-14', 'due.passed photo:2037-01-14'])
  })
})

test('admins are told once of a job that failed for good, can have it tried again, and are told again', async () => {
  const admin = await anActor('ADMIN')
  itIs('2037-01-12T18:00:00Z')
  const story = await aStory('APPROVED')
  done(await scheduleStory(story.editor, { storyId: story.storyId, revisionId: story.revisionId, date: '2037-01-12', time: '15:00' }))
  const { id: scheduleId } = await db().schedule.findFirstOrThrow({ where: { storyId: story.storyId }, select: { id: true } })
  await owner('DELETE FROM pgboss.job')
  await inTransaction((tx) => enqueue(tx, 'story.due', { scheduleId }))
  const failForGood = async () => {
    await owner(`UPDATE pgboss.job SET retry_limit = retry_count, start_after = now() WHERE state < 'active'`)
    const job = await fetchDue('story.due')
    if (job === null) throw new Error('no job')
    await failJob(job, 'the printer is on fire')
    return job
  }
  const job = await failForGood()
  const told = () => db().notification.findMany({ where: { userId: admin.userId, kind: 'job.failed' }, select: { count: true } })
  await tellOfFailedJobs()
  await tellOfFailedJobs()
  expect(await told()).toEqual([{ count: 1 }])
  done(await retryJob(admin, job))
  await failForGood()
  await tellOfFailedJobs()
  expect(await told()).toEqual([{ count: 2 }])
  await db().schedule.update({ where: { id: scheduleId }, data: { cancelledAt: new Date() } })
  expect(await retryJob(admin, job)).toMatchObject({ ok: false, problems: [{ message: 'Somebody decided on this story meanwhile: nothing is left to do.' }] })
})

test('what one was told is erased after half a year', async () => {
  const writer = await anActor('WRITER')
  await tell({ kind: 'story.approved', to: [writer.userId], byId: null })
  await sweepNotifications(new Date(Date.now() + 179 * 86_400_000))
  expect(await kindsOf(writer)).toHaveLength(1)
  await sweepNotifications(new Date(Date.now() + 181 * 86_400_000))
  expect(await kindsOf(writer)).toEqual([])
})

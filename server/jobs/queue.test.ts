import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { db, inTransaction } from '../db.ts'
import { asOwner } from '../testing/database.ts'
import { cancelJobs, closeQueue, completeJob, enqueue, failJob, fetchDue, stuckJobs } from './queue.ts'
import { workOff, type JobHandlers } from './work-off.ts'

const NAME = 'story.due'
const carried = () => ({ scheduleId: randomUUID() })
const write = (options: { startAfter?: Date; singletonKey?: string } = {}, data: { scheduleId: string } = carried()) => inTransaction((tx) => enqueue(tx, NAME, data, options))
const owner = (sql: string) => asOwner(process.env.FP_TEST_OWNER_URL ?? '', (client) => client.query(sql))
const states = async () => (await db().$queryRaw<{ state: string }[]>`SELECT state::text FROM pgboss.job ORDER BY created_on`).map(({ state }) => state)

afterEach(() => owner('DELETE FROM pgboss.job'))

describe('writing', () => {
  test('a job is there exactly if the transaction of its cause commits', async () => {
    await expect(inTransaction(async (tx) => {
      expect(await enqueue(tx, NAME, carried())).toBe(true)
      throw new Error('something else went wrong')
    })).rejects.toThrow('something else went wrong')
    expect(await states()).toEqual([])
    await write()
    expect(await states()).toEqual(['created'])
  })

  test('of one key one job waits, also of two transactions at once', async () => {
    expect((await Promise.all([write({ singletonKey: 'a' }), write({ singletonKey: 'a' })])).toSorted()).toEqual([false, true])
    expect(await write({ singletonKey: 'b' })).toBe(true)
    expect((await states()).length).toBe(2)
  })

  test('cancelling is undone with its transaction, and frees the key', async () => {
    await write({ singletonKey: 'a' })
    await expect(inTransaction(async (tx) => {
      expect(await cancelJobs(tx, NAME, 'a')).toBe(1)
      throw new Error('no')
    })).rejects.toThrow('no')
    expect(await states()).toEqual(['created'])
    await inTransaction(async (tx) => {
      await cancelJobs(tx, NAME, 'a')
      expect(await enqueue(tx, NAME, carried(), { singletonKey: 'a' })).toBe(true)
    })
    expect((await states()).toSorted()).toEqual(['cancelled', 'created'])
  })

  test('what it carries is checked', async () => {
    await expect(write({}, { scheduleId: 'not an id' })).rejects.toThrow('cannot carry')
  })
})

describe('working off', () => {
  const handlers = (run: JobHandlers['story.due']['run'], gaveUp?: JobHandlers['story.due']['gaveUp']): JobHandlers => ({ 'mail.send': { run: async () => ({ tags: [] }) }, [NAME]: { run, ...(gaveUp === undefined ? {} : { gaveUp }) } })

  test('never before its time', async () => {
    await write({ startAfter: new Date(Date.now() + 60_000) })
    expect(await fetchDue(NAME)).toBeNull()
    process.env.FP_TEST_CLOCK = '61000'
    expect(await fetchDue(NAME)).not.toBeNull()
    process.env.FP_TEST_CLOCK = '0'
  })

  test('two at once: each job is taken once', async () => {
    for (let job = 0; job < 10; job += 1) await write()
    let done = 0
    const once = handlers(async () => ({ tags: [`t${(done += 1)}`] }))
    const [a, b] = await Promise.all([workOff(once), workOff(once)])
    expect([done, a.processed + b.processed, [...a.tags, ...b.tags].length]).toEqual([10, 10, 10])
    expect(await states()).toEqual(Array.from({ length: 10 }, () => 'completed'))
  })

  test('what fails is tried again later, and is seen to have failed after the last try', async () => {
    await write({ singletonKey: 'a' })
    const given: string[] = []
    const failing = handlers(() => Promise.reject(new Error('the printer is on fire')), async () => void given.push('up'))
    await workOff(failing)
    expect(await fetchDue(NAME)).toBeNull()
    expect(await stuckJobs()).toMatchObject([{ failed: false, key: 'a', tries: 1, reason: 'the printer is on fire' }])
    for (let round = 0; round < 8; round += 1) {
      await owner('UPDATE pgboss.job SET start_after = now()')
      await workOff(failing)
    }
    expect(await states()).toEqual(['failed'])
    expect(given).toEqual(['up'])
    const [stuck] = await stuckJobs()
    expect(stuck).toMatchObject({ failed: true, tries: 9 })
  })

  test('a killed worker’s job comes back, and its late word settles nothing', async () => {
    await write()
    const lost = await fetchDue(NAME)
    expect(lost).not.toBeNull()
    await owner(`UPDATE pgboss.job SET started_on = now() - interval '31 seconds'; UPDATE pgboss.queue SET monitor_claim_on = NULL, monitor_on = NULL`)
    let runs = 0
    await workOff(handlers(async () => ({ tags: [`${(runs += 1)}`] })))
    await owner('UPDATE pgboss.job SET start_after = now()')
    await workOff(handlers(async () => ({ tags: [`${(runs += 1)}`] })))
    expect([runs, await states()]).toEqual([1, ['completed']])
    if (lost !== null) await failJob(lost, 'too late')
    if (lost !== null) await completeJob(lost)
    expect(await states()).toEqual(['completed'])
  })

  test('a handler may send it on to a later time', async () => {
    await write({ singletonKey: 'a' })
    await workOff(handlers(async () => ({ tags: [], again: new Date(Date.now() + 60_000) })))
    expect((await states()).toSorted()).toEqual(['completed', 'created'])
    expect(await fetchDue(NAME)).toBeNull()
  })

  test('a job that carries something else fails without stopping the others', async () => {
    await write({ singletonKey: 'a' })
    await owner(`UPDATE pgboss.job SET data = '{"scheduleId":"x"}'`)
    await write({ singletonKey: 'b' })
    expect((await workOff(handlers(async () => ({ tags: [] })))).processed).toBe(2)
    expect((await states()).toSorted()).toEqual(['completed', 'retry'])
  })
})

test('the app cannot change the queue’s tables or make queues', async () => {
  await expect(db().$executeRaw`ALTER TABLE pgboss.job ADD COLUMN mine text`).rejects.toThrow()
  await expect(db().$executeRaw`SELECT pgboss.create_queue('mine', '{"policy":"standard"}')`).rejects.toThrow()
  await expect(db().$executeRaw`DELETE FROM pgboss.queue`).rejects.toThrow()
})

test('the queue opens again after it was closed', async () => {
  await closeQueue()
  expect(await write()).toBe(true)
})

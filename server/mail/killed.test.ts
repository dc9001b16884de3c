import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db, inTransaction } from '../db.ts'
import { runMails } from '../jobs/schedule.ts'
import { Mailbox, type Step } from '../testing/mailbox.ts'
import { asOwner } from '../testing/database.ts'
import { kill, nextTicks, worker } from '../testing/killing.ts'
import { createUser } from '../testing/people.ts'
import { sendAgain } from './commands.ts'
import { queueMail } from './outgoing.ts'

/*
 * The worker is a real process that is killed (SIGKILL) at each step of a mail, and mails are counted: never two, and never none
 * where it was killed before the mail was handed over.
 */

const mailbox = new Mailbox()
const owner = (sql: string) => asOwner(process.env.FP_TEST_OWNER_URL ?? '', (client) => client.query(sql))

beforeAll(() => mailbox.open())
afterAll(() => mailbox.close())
beforeEach(() => mailbox.clear())
afterEach(() => owner('DELETE FROM pgboss.job; DELETE FROM "OutgoingMail"'))

async function aMail(): Promise<string> {
  const id = await inTransaction((tx) => queueMail(tx, { kind: 'requestReply', to: 'rosa@school.test', subject: 'Your request', text: 'It is right now.' }))
  if (id === null) throw new Error('no mail was written')
  return id
}

/** Holds the row of a mail, so that whoever is to write it waits; `waited` resolves once somebody does. */
async function holdRow(id: string): Promise<{ waited: () => Promise<void>; release: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: process.env.FP_TEST_OWNER_URL ?? '' })
  await client.connect()
  await client.query('BEGIN')
  await client.query('SELECT 1 FROM "OutgoingMail" WHERE id = $1 FOR UPDATE', [id])
  const watch = new pg.Client({ connectionString: process.env.FP_TEST_OWNER_URL ?? '' })
  await watch.connect()
  return {
    waited: () => expect.poll(async () => (await watch.query(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).rows[0].n, { timeout: 15_000 }).toBeGreaterThan(0),
    release: async () => {
      await client.query('ROLLBACK')
      await client.end()
      await watch.end()
    },
  }
}

const rowOf = (id: string) => db().outgoingMail.findUniqueOrThrow({ where: { id }, select: { state: true, tries: true, handedOverAt: true, sealed: true } })

/** Starts a worker on one mail and kills it where `where` says; answers the mail's id once the worker is dead. */
const AT: Record<string, (child: ChildProcess, id: string) => Promise<void>> = {
  'before it took the mail': async (child, id) => {
    const row = await holdRow(id)
    child.send('go')
    await row.waited()
    await kill(child)
    await row.release()
  },
  'while it connects': (child) => killAt(child, 'connect'),
  'when the server knows to whom': (child) => killAt(child, 'to'),
  'before it may give the text away': async (child, id) => {
    let row: Awaited<ReturnType<typeof holdRow>> | undefined
    const held = new Promise<void>((resolve, reject) => {
      mailbox.at = async (step) => {
        if (step !== 'to') return
        row = await holdRow(id)
        row.waited().then(resolve, reject)
      }
    })
    child.send('go')
    await held
    await kill(child)
    await row?.release()
  },
  'when the server has the text and says nothing': (child) => killAt(child, 'text'),
  'when the server has said yes': async (child, id) => {
    let row: Awaited<ReturnType<typeof holdRow>> | undefined
    const held = new Promise<void>((resolve, reject) => {
      mailbox.at = async (step) => {
        if (step !== 'text') return
        row = await holdRow(id)
        row.waited().then(resolve, reject)
      }
    })
    child.send('go')
    await held
    await kill(child)
    await row?.release()
  },
}

/** Kills it while the server is at a step, which is never answered. */
async function killAt(child: ChildProcess, at: Step): Promise<void> {
  const reached = new Promise<void>((resolve) => {
    mailbox.at = async (step) => {
      if (step !== at) return
      resolve()
      await once(child, 'exit')
      throw Object.assign(new Error('gone'), { responseCode: 421 })
    }
  })
  child.send('go')
  await reached
  await kill(child)
}

describe('a worker that is killed', () => {
  test.each(['before it took the mail', 'while it connects', 'when the server knows to whom', 'before it may give the text away'])('%s: the mail goes out, once', { timeout: 60_000 }, async (where) => {
    const [child, id] = [await worker(), await aMail()]
    await AT[where]?.(child, id)
    expect([mailbox.received.length, mailbox.texts]).toEqual([0, 0])
    expect((await rowOf(id)).handedOverAt).toBeNull()
    mailbox.at = async () => undefined
    await nextTicks()
    expect(mailbox.received).toMatchObject([{ to: 'rosa@school.test', messageId: `<${id}@localhost>` }])
    expect(await rowOf(id)).toMatchObject({ state: 'SENT', sealed: null })
  })

  test.each([['when the server has the text and says nothing', 0], ['when the server has said yes', 1]] as const)('%s: nobody can know, so it is not sent again by itself', { timeout: 60_000 }, async (where, arrived) => {
    const admin = await createUser({ role: 'ADMIN' })
    const [child, id] = [await worker(), await aMail()]
    await AT[where]?.(child, id)
    mailbox.at = async () => undefined
    await nextTicks()
    expect([mailbox.received.length, mailbox.texts]).toEqual([arrived, 1])
    expect((await rowOf(id)).state).toBe('UNKNOWN')
    expect(await db().notification.count({ where: { userId: admin.userId, kind: 'mail.trouble', readAt: null } })).toBe(1)

    // An admin decides, and whoever gets it twice can tell by its id.
    expect((await sendAgain(admin.actor, { mailId: id })).ok).toBe(true)
    await nextTicks()
    expect(mailbox.received).toHaveLength(arrived + 1)
    expect(new Set(mailbox.received.map(({ messageId }) => messageId))).toEqual(new Set([`<${id}@localhost>`]))
    expect((await rowOf(id)).state).toBe('SENT')
    expect((await sendAgain(admin.actor, { mailId: id })).ok).toBe(false)
  })

  test('after all was written down: nothing is done twice', { timeout: 60_000 }, async () => {
    const [child, id] = [await worker(), await aMail()]
    child.send('go')
    await expect.poll(async () => (await rowOf(id)).state, { timeout: 15_000 }).toBe('SENT')
    await kill(child)
    await nextTicks()
    expect(mailbox.received).toHaveLength(1)
  })
})

test('a worker that was only slow keeps the text back once another has taken its mail', { timeout: 60_000 }, async () => {
  const id = await aMail()
  let first = true
  let resume = () => {}
  const paused = new Promise<void>((resolve) => {
    mailbox.at = async (step) => {
      if (step !== 'to' || !first) return
      first = false
      resolve()
      await new Promise<void>((go) => (resume = go))
    }
  })
  const slow = runMails()
  await paused
  await nextTicks()
  expect(mailbox.received).toHaveLength(1)
  resume()
  await slow
  expect([mailbox.received.length, mailbox.texts]).toEqual([1, 1])
  expect((await rowOf(id)).state).toBe('SENT')
})

test('two workers at once: every mail goes out once', { timeout: 60_000 }, async () => {
  const [one, two] = [await worker(), await worker()]
  for (let mail = 0; mail < 20; mail += 1) await aMail()
  const done = Promise.all([once(one, 'message'), once(two, 'message')])
  one.send('go')
  two.send('go')
  expect((await done).map(([said]) => said)).toEqual(['done', 'done'])
  expect([mailbox.received.length, new Set(mailbox.received.map(({ messageId }) => messageId)).size]).toEqual([20, 20])
  expect(await db().outgoingMail.count({ where: { state: 'SENT' } })).toBe(20)
})

import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { db } from '../db.ts'
import { aStory, anActor, done } from '../testing/builders.ts'
import { kill, nextTicks, worker } from '../testing/killing.ts'
import { Mailbox } from '../testing/mailbox.ts'
import { addressHash, sealAddress } from './address.ts'
import { newsletterPreview } from './queries.ts'
import { sendNewsletter } from './send.ts'

const mailbox = new Mailbox()
beforeAll(() => mailbox.open())
afterAll(() => mailbox.close())

const READERS = 60

test('a worker that is killed while it writes the copies, and another while it hands one over: each reader has one copy', { timeout: 90_000 }, async () => {
  await aStory('LIVE')
  const editor = await anActor('EDITOR')
  const data = Array.from({ length: READERS }, (_, number) => {
    const [id, address] = [randomUUID(), `reader${number}@readers.test`]
    return { id, addressHash: addressHash(address), sealed: sealAddress(id, address), state: 'CONFIRMED' as const, confirmedAt: new Date() }
  })
  await db().subscriber.createMany({ data })
  done(await sendNewsletter(editor, { kind: 'WEEKLY', seen: (await newsletterPreview(editor, 'WEEKLY'))?.seal ?? '' }))

  // The first batch is written, the second is held up in its middle: the worker dies there.
  const holder = new pg.Client({ connectionString: process.env.FP_TEST_OWNER_URL ?? '' })
  await holder.connect()
  onTestFinished(() => void holder.end().catch(() => undefined))
  const last = data.map(({ id }) => id).toSorted().at(-1)
  const issue = await db().newsletter.findFirstOrThrow({ select: { id: true } })
  await holder.query('BEGIN')
  await holder.query(`INSERT INTO "OutgoingMail" ("id", "kind", "newsletterId", "subscriberId") VALUES ($1, 'newsletter', $2, $3)`, [randomUUID(), issue.id, last])
  const first = await worker()
  first.send('go')
  await expect.poll(async () => (await db().$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`).length, { timeout: 20_000 }).toBeGreaterThan(0)
  await kill(first)
  await holder.query('ROLLBACK')
  expect(await db().outgoingMail.count({ where: { newsletterId: issue.id } })).toBe(50)

  // The next one dies while the mail server knows to whom, and has no text yet.
  const second = await worker()
  const reached = new Promise<void>((resolve) => {
    mailbox.at = async (step) => {
      if (step !== 'to' || mailbox.received.length < 5) return
      resolve()
      await once(second, 'exit')
      throw Object.assign(new Error('gone'), { responseCode: 421 })
    }
  })
  second.send('go')
  await reached
  await kill(second)
  mailbox.at = async () => undefined
  await nextTicks()
  // The authors of the story are told of its publication besides.
  const copies = mailbox.received.filter(({ to }) => to.endsWith('@readers.test'))
  expect([copies.length, new Set(copies.map(({ to }) => to)).size]).toEqual([READERS, READERS])
  expect(await db().newsletter.findFirst({ select: { state: true, copies: true } })).toEqual({ state: 'SENT', copies: READERS })
})

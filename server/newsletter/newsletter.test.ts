import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newestHour } from '#domain/newsletter/hour.ts'
import { db } from '../db.ts'
import { runMails } from '../jobs/schedule.ts'
import { withdrawStory } from '../stories/moves.ts'
import { aStory, anActor, done } from '../testing/builders.ts'
import { asOwner } from '../testing/database.ts'
import { Mailbox } from '../testing/mailbox.ts'
import { createUser } from '../testing/people.ts'
import { leaveToken } from './address.ts'
import { allowAgain, changeNewsletter, eraseReader } from './commands.ts'
import { writeCopies } from './copies.ts'
import { newsletterDesk, newsletterPreview, newsletterReaders } from './queries.ts'
import { confirm, eraseUnconfirmed, leave, signUp } from './readers.ts'
import { sendNewsletter, sendWeekly, testNewsletter } from './send.ts'

const mailbox = new Mailbox()
const ROSA = 'rosa@readers.test'
const problemOf = (result: { ok: boolean; problems?: { message: string }[] }) => (result.ok ? null : (result.problems?.[0]?.message ?? null))
const tokenIn = (text: string) => /\/newsletter\/confirm\/([A-Za-z0-9_-]{43})/.exec(text)?.[1] ?? ''

beforeAll(() => mailbox.open())
afterAll(() => mailbox.close())
beforeEach(async () => {
  mailbox.clear()
  const adviser = await anActor('ADVISER')
  await changeNewsletter(adviser, { open: true, weekday: null, hour: 16 })
})
afterEach(() => asOwner(process.env.FP_TEST_OWNER_URL ?? '', (client) => client.query('DELETE FROM pgboss.job; DELETE FROM "OutgoingMail"; DELETE FROM "Subscriber"; DELETE FROM "Newsletter"')))

async function reader(email = ROSA, wants = { weekly: true, breaking: true }): Promise<string> {
  await signUp({ email, ...wants })
  await runMails()
  const token = tokenIn(mailbox.received.at(-1)?.text ?? '')
  expect(await confirm(token)).toBe(true)
  mailbox.clear()
  return (await db().subscriber.findFirstOrThrow({ where: { state: 'CONFIRMED' }, orderBy: { createdAt: 'desc' }, select: { id: true } })).id
}
async function send(kind: 'WEEKLY' | 'BREAKING' = 'WEEKLY') {
  const editor = await anActor('EDITOR')
  const preview = await newsletterPreview(editor, kind)
  return sendNewsletter(editor, { kind, seen: preview?.seal ?? '' })
}

describe('signing up', () => {
  test('nothing but one link goes out before it is confirmed, and the address lies open nowhere', async () => {
    await aStory('LIVE')
    await signUp({ email: ROSA, weekly: true, breaking: false })
    done(await send())
    await runMails()
    expect(mailbox.received.map(({ to }) => to)).toEqual([ROSA])
    const token = tokenIn(mailbox.received[0]?.text ?? '')
    const dump = await asOwner(process.env.FP_TEST_OWNER_URL ?? '', async (client) => JSON.stringify([(await client.query('SELECT * FROM "Subscriber"')).rows, (await client.query('SELECT * FROM "OutgoingMail"')).rows, (await client.query('SELECT data FROM pgboss.job')).rows, (await client.query('SELECT * FROM "RateLimit"')).rows]))
    for (const secret of [ROSA, 'readers.test', token]) expect(dump).not.toContain(secret)

    expect([await confirm('x'.repeat(43)), await confirm(token), await confirm(token)]).toEqual([false, true, false])
    expect(await db().subscriber.findFirst({ select: { state: true, weekly: true, breaking: true, confirmHash: true } })).toEqual({ state: 'CONFIRMED', weekly: true, breaking: false, confirmHash: null })
  })

  test('an address that is known gets a link as well, which changes what it gets', async () => {
    await reader()
    await signUp({ email: ROSA, weekly: false, breaking: true })
    expect(await db().subscriber.findFirst({ select: { state: true, weekly: true } })).toEqual({ state: 'CONFIRMED', weekly: true })
    await runMails()
    expect(await confirm(tokenIn(mailbox.received[0]?.text ?? ''))).toBe(true)
    expect(await db().subscriber.findMany({ select: { weekly: true, breaking: true } })).toEqual([{ weekly: false, breaking: true }])
  })

  test('is erased where nobody confirms, and is not there where the newsletter is closed', async () => {
    await signUp({ email: ROSA, weekly: true, breaking: true })
    const days = (count: number) => new Date(Date.now() + count * 86_400_000)
    expect([await eraseUnconfirmed(days(2)), await eraseUnconfirmed(days(4)), await db().subscriber.count()]).toEqual([0, 1, 0])
    done(await changeNewsletter(await anActor('EDITOR'), { open: false, weekday: null, hour: 16 }))
    await signUp({ email: ROSA, weekly: true, breaking: true })
    expect(await db().subscriber.count()).toBe(0)
  })
})

describe('sending', () => {
  test('one copy for each who wants it, with the headers of one click, and no second one of the same', async () => {
    const story = await aStory('LIVE')
    const [rosa] = [await reader(), await reader('ben@readers.test', { weekly: false, breaking: true })]
    done(await send())
    await runMails()
    expect(mailbox.received.map(({ to }) => to)).toEqual([ROSA])
    const { text } = mailbox.received[0] ?? { text: '' }
    const raw = text.replaceAll(/\r\n[ \t]+/g, ' ')
    expect(raw).toMatch(new RegExp(`^List-Unsubscribe: +<http://localhost:3000/api/newsletter/leave/${leaveToken(rosa)}>`, 'm'))
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
    for (const part of [story.content.headline, `/newsletter/leave/${leaveToken(rosa)}`, 'text/html', 'text/plain']) expect(text).toContain(part)
    expect(problemOf(await send())).toBe('There is nothing new to tell.')

    done(await send('BREAKING'))
    await runMails()
    expect(mailbox.received.slice(1).map(({ to }) => to).toSorted()).toEqual(['ben@readers.test', ROSA])
    expect(problemOf(await send('BREAKING'))).toBe('Breaking news about this story was sent already.')
    const desk = await newsletterDesk(await anActor('EDITOR'))
    expect(desk?.sent.map(({ kind, copies, waiting }) => [kind, copies, waiting])).toEqual([['BREAKING', 2, 0], ['WEEKLY', 1, 0]])
    expect(await db().auditEvent.count({ where: { kind: 'newsletter.sent' } })).toBeGreaterThanOrEqual(2)
  })

  test('what is withdrawn while copies wait is in none of them, and who left meanwhile gets none', async () => {
    const [gone, stays] = [await aStory('LIVE'), await aStory('LIVE')]
    const [, ben] = [await reader(), await reader('ben@readers.test')]
    done(await send())
    const issue = await db().newsletter.findFirstOrThrow({ select: { id: true } })
    expect(await writeCopies(issue.id)).toBe(true)
    done(await withdrawStory(gone.adviser, { storyId: gone.storyId, revisionId: gone.revisionId, reason: 'A test.' }))
    await leave(leaveToken(ben))
    await runMails()
    // Its authors are told of the withdrawal by mail.
    const copies = mailbox.received.filter(({ to }) => to.endsWith('@readers.test'))
    expect(copies.map(({ to }) => to)).toEqual([ROSA])
    expect(copies[0]?.text).toContain(stays.content.headline)
    expect(copies[0]?.text).not.toContain(gone.content.headline)
    expect((await db().outgoingMail.findMany({ where: { newsletterId: issue.id }, select: { state: true } })).map(({ state }) => state).toSorted()).toEqual(['DROPPED', 'SENT'])
  })

  test('what was previewed is what is sent', async () => {
    await aStory('LIVE')
    const editor = await anActor('EDITOR')
    const preview = await newsletterPreview(editor, 'WEEKLY')
    await aStory('LIVE')
    expect(problemOf(await sendNewsletter(editor, { kind: 'WEEKLY', seen: preview?.seal ?? '' }))).toMatch(/^The front page changed since/)
  })

  test('a test goes to whoever asked for it, and to nobody else', async () => {
    await aStory('LIVE')
    await reader()
    const { actor, email } = await createUser({ role: 'EDITOR' })
    done(await testNewsletter(actor, { kind: 'WEEKLY' }))
    await runMails()
    expect(mailbox.received.map(({ to }) => to)).toEqual([email])
    expect(mailbox.received[0]?.text).toMatch(/^Subject: Test: /m)
    expect(await db().newsletter.count()).toBe(0)
  })

  test('the week goes out at its hour, once, and is skipped where nothing is new', async () => {
    await aStory('LIVE')
    await reader()
    const editor = await anActor('EDITOR')
    const now = new Date()
    const inAWeek = new Date(now.getTime() + 8 * 86_400_000)
    expect(await sendWeekly(inAWeek)).toBe(false)
    done(await changeNewsletter(editor, { open: true, weekday: inAWeek.getUTCDay(), hour: 0 }))
    // The newest such hour lies at most a day before: the clocks of the paper are behind those of the test.
    const due = newestHour({ weekday: inAWeek.getUTCDay(), hour: 0 }, new Date(inAWeek.getTime() + 86_400_000), 'America/Los_Angeles').at
    expect(await Promise.all([sendWeekly(due), sendWeekly(due)])).toContain(true)
    expect(await sendWeekly(due)).toBe(false)
    await runMails()
    expect(mailbox.received.map(({ to }) => to)).toEqual([ROSA])
    expect(await sendWeekly(new Date(due.getTime() + 7 * 86_400_000))).toBe(false)
    expect((await db().newsletter.findMany({ orderBy: { period: 'asc' }, select: { state: true, sentById: true } })).map(({ state }) => state)).toEqual(['SENT', 'SKIPPED'])
  })
})

describe('who refuses', () => {
  test('an address that the server refuses for good is set aside, shown in part, and can be allowed again', async () => {
    await aStory('LIVE')
    const rosa = await reader()
    const editor = await anActor('EDITOR')
    mailbox.at = async (step) => {
      if (step === 'to') throw Object.assign(new Error('no such user'), { responseCode: 550 })
    }
    done(await send())
    await runMails()
    expect(await db().outgoingMail.findFirst({ where: { newsletterId: { not: null } }, select: { state: true, sealed: true } })).toEqual({ state: 'DROPPED', sealed: null })
    expect(await newsletterReaders(editor, { setAside: true, after: null })).toMatchObject({ readers: [{ id: rosa, address: 'r…@readers.test', reason: 'The mail server answered 550 (EENVELOPE).' }] })
    mailbox.at = async () => undefined
    done(await send('BREAKING'))
    await runMails()
    expect(mailbox.received).toEqual([])
    done(await allowAgain(editor, { subscriberId: rosa }))
    expect(problemOf(await allowAgain(editor, { subscriberId: rosa }))).toBe('This address is not set aside any more.')
    expect((await newsletterReaders(editor, { setAside: false, after: null }))?.readers).toHaveLength(1)
    done(await eraseReader(editor, { subscriberId: rosa }))
    expect([await db().subscriber.count(), (await eraseReader(editor, { subscriberId: rosa })).ok]).toEqual([0, false])
  })

  test('a writer has no part in it', async () => {
    const writer = await anActor('WRITER')
    expect([await newsletterDesk(writer), await newsletterPreview(writer, 'WEEKLY'), await newsletterReaders(writer, { setAside: false, after: null })]).toEqual([null, null, null])
    for (const result of [await sendNewsletter(writer, { kind: 'WEEKLY', seen: '' }), await testNewsletter(writer, { kind: 'WEEKLY' }), await changeNewsletter(writer, { open: false, weekday: null, hour: 1 })]) expect(problemOf(result)).toBe('Your role does not include this.')
  })
})

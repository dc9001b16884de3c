import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changeRole, deactivate } from '../staff/commands.ts'
import { invite, revokeInvitation } from '../staff/invitations.ts'
import { makeLink, revokeLinks } from '../auth/one-time-links.ts'
import { db, inTransaction } from '../db.ts'
import { retryJob } from '../jobs/commands.ts'
import { stuckJobs } from '../jobs/queue.ts'
import { runMails } from '../jobs/schedule.ts'
import { readAll } from '../notifications/commands.ts'
import { notify } from '../notifications/notify.ts'
import { done } from '../testing/builders.ts'
import { asOwner } from '../testing/database.ts'
import { Mailbox, type Step } from '../testing/mailbox.ts'
import { createUser } from '../testing/people.ts'
import { eraseCaught, sendAgain } from './commands.ts'
import { queueMail } from './outgoing.ts'
import { caughtMail, mailPage } from './queries.ts'
import { seal, unseal } from './seal.ts'
import { awakenMails, sweepMails } from './sweep.ts'

const mailbox = new Mailbox()
const owner = (sql: string) => asOwner(process.env.FP_TEST_OWNER_URL ?? '', (client) => client.query(sql))

beforeAll(() => mailbox.open())
afterAll(() => mailbox.close())
beforeEach(() => mailbox.clear())
afterEach(() => owner('DELETE FROM pgboss.job; DELETE FROM "Notification"; DELETE FROM "OutgoingMail"'))

const LETTER = { to: 'rosa@school.test', subject: 'Your request', text: 'It is right now.' }

async function written(extra: Partial<Parameters<typeof queueMail>[1]> = {}): Promise<string> {
  const id = await inTransaction((tx) => queueMail(tx, { kind: 'requestReply', ...LETTER, ...extra }))
  if (id === null) throw new Error('no mail was written')
  return id
}
const rowOf = (id: string) => db().outgoingMail.findUniqueOrThrow({ where: { id }, select: { state: true, failure: true, sealed: true, tries: true } })
const refuseAt = (at: Step, responseCode: number) => {
  mailbox.at = (step) => (step === at ? Promise.reject(Object.assign(new Error('no'), { responseCode })) : Promise.resolve())
}
const dueNow = () => owner(`UPDATE pgboss.job SET start_after = now() WHERE state < 'active'`)

describe('a mail', () => {
  test('is there exactly if its cause commits, and its words lie sealed until it is sent', async () => {
    await expect(inTransaction(async (tx) => (await queueMail(tx, { kind: 'requestReply', ...LETTER }), Promise.reject(new Error('undone'))))).rejects.toThrow('undone')
    expect(await db().outgoingMail.count()).toBe(0)
    const id = await written()
    const stored = JSON.stringify(await asOwner(process.env.FP_TEST_OWNER_URL ?? '', async (client) => (await client.query(`SELECT *, encode("sealed", 'escape') AS raw FROM "OutgoingMail"`)).rows))
    for (const word of Object.values(LETTER)) expect(stored).not.toContain(word)
    const carried = JSON.stringify(await asOwner(process.env.FP_TEST_OWNER_URL ?? '', async (client) => (await client.query('SELECT data FROM pgboss.job')).rows))
    expect(carried).toBe(JSON.stringify([{ data: { mailId: id } }]))
    await runMails()
    expect(mailbox.received).toMatchObject([{ to: LETTER.to }])
    expect(mailbox.received[0]?.text).toContain(LETTER.text)
    expect(mailbox.received[0]?.text).toContain('Auto-Submitted: auto-generated')
    expect(await rowOf(id)).toMatchObject({ state: 'SENT', sealed: null })
  })

  test('that another secret or another mail sealed cannot be opened', () => {
    const sealed = seal('a', LETTER)
    expect(unseal('a', sealed)).toEqual(LETTER)
    expect(unseal('b', sealed)).toBeNull()
    expect(unseal('a', null)).toBeNull()
    expect(unseal('a', sealed.map((byte, index) => (index === sealed.length - 1 ? byte ^ 1 : byte)))).toBeNull()
    expect(unseal('a', new Uint8Array(3))).toBeNull()
  })

  test.each([['to', 550], ['text', 554]] as const)('that is refused for good (%s, %i) is not tried again; admins see it, and can', async (at, code) => {
    const admin = await createUser({ role: 'ADMIN' })
    refuseAt(at, code)
    const id = await written()
    await runMails()
    expect(await rowOf(id)).toMatchObject({ state: 'FAILED', failure: expect.stringContaining(String(code)) })
    await dueNow()
    await runMails()
    expect((await rowOf(id)).tries).toBe(1)
    expect(await db().notification.count({ where: { userId: admin.userId, kind: 'mail.trouble' } })).toBe(1)
    mailbox.at = async () => undefined
    done(await sendAgain(admin.actor, { mailId: id }))
    await runMails()
    expect(mailbox.received).toHaveLength(1)
    expect(await db().auditEvent.findFirst({ where: { kind: 'mail.sentAgain', subjectId: id }, select: { actorId: true } })).toEqual({ actorId: admin.userId })
  })

  test.each([['connect', 421], ['to', 450], ['text', 451]] as const)('that is refused for now (%s, %i) waits and goes out later, once', async (at, code) => {
    refuseAt(at, code)
    const id = await written()
    await runMails()
    expect((await rowOf(id)).state).toBe('WAITING')
    mailbox.at = async () => undefined
    await dueNow()
    await runMails()
    expect(mailbox.received).toHaveLength(1)
    expect(await rowOf(id)).toMatchObject({ state: 'SENT', failure: '' })
  })

  test('that could not be sent by the last try has failed, and its job can be tried again', async () => {
    const admin = await createUser({ role: 'ADMIN' })
    refuseAt('to', 450)
    const id = await written()
    for (let round = 0; round < 13; round += 1) {
      await runMails()
      await dueNow()
    }
    expect(await rowOf(id)).toMatchObject({ state: 'FAILED', tries: 13 })
    const [job] = await stuckJobs()
    if (job === undefined) throw new Error('no failed job')
    for (const role of ['WRITER', 'EDITOR', 'ADVISER'] as const) expect((await retryJob((await createUser({ role })).actor, job)).ok).toBe(false)
    done(await retryJob(admin.actor, job))
    expect((await retryJob(admin.actor, job)).ok).toBe(false)
    mailbox.at = async () => undefined
    await runMails()
    expect([mailbox.received.length, (await rowOf(id)).state]).toEqual([1, 'SENT'])
    expect(await db().auditEvent.count({ where: { kind: 'job.retried', subjectId: job.id } })).toBe(1)
  })

  test('whose job was lost gets another', async () => {
    const id = await written()
    await owner('DELETE FROM pgboss.job')
    expect(await awakenMails(new Date())).toBe(0)
    await owner(`UPDATE "OutgoingMail" SET "createdAt" = now() - interval '11 minutes'`)
    expect(await awakenMails(new Date())).toBe(1)
    expect(await awakenMails(new Date())).toBe(0)
    await runMails()
    expect((await rowOf(id)).state).toBe('SENT')
  })

  test('leaves nothing behind for long', async () => {
    const [sent, failed] = [await written(), await written()]
    await owner(`UPDATE "OutgoingMail" SET "state" = 'SENT', "sealed" = NULL WHERE id = '${sent}'; UPDATE "OutgoingMail" SET "state" = 'FAILED' WHERE id = '${failed}'`)
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
    await sweepMails(inDays(6))
    expect((await rowOf(failed)).sealed).not.toBeNull()
    await sweepMails(inDays(8))
    expect((await rowOf(failed)).sealed).toBeNull()
    expect((await sendAgain((await createUser({ role: 'ADMIN' })).actor, { mailId: failed })).ok).toBe(false)
    await sweepMails(inDays(31))
    expect(await db().outgoingMail.count()).toBe(0)
  })
})

describe('a mail is not sent any more', () => {
  const dropped = async (id: string) => {
    await dueNow()
    await runMails()
    expect(await rowOf(id)).toMatchObject({ state: 'DROPPED', sealed: null })
    expect(mailbox.received).toHaveLength(0)
  }

  test('to an account that was deactivated, or has another address', async () => {
    const [admin, gone, moved] = [await createUser({ role: 'ADMIN' }), await createUser({ role: 'WRITER' }), await createUser({ role: 'WRITER' })]
    const first = await written({ userId: gone.userId, to: gone.email })
    done(await deactivate(admin.actor, { userId: gone.userId }))
    await dropped(first)
    const second = await written({ userId: moved.userId, to: moved.email })
    await db().user.update({ where: { id: moved.userId }, data: { email: `new-${moved.email}` } })
    await dropped(second)
  })

  test('with a link that was used, revoked or has expired', async () => {
    const user = await createUser({ role: 'WRITER' })
    const link = await inTransaction((tx) => makeLink(tx, { kind: 'MAGIC_LINK', userId: user.userId }))
    const id = await written({ linkId: link.id, userId: user.userId, to: user.email })
    await inTransaction((tx) => revokeLinks(tx, { id: link.id }))
    await dropped(id)
    const late = await inTransaction((tx) => makeLink(tx, { kind: 'MAGIC_LINK', userId: user.userId, lifetime: -1 }))
    await dropped(await written({ linkId: late.id, userId: user.userId, to: user.email }))
  })

  test('as an invitation that was taken back; one that stands goes out', async () => {
    const admin = await createUser({ role: 'ADMIN' })
    const asked = { role: 'WRITER', position: 'Staff Writer', name: null } as const
    expect(done(await invite(admin.actor, { ...asked, email: 'pia@school.test' })).mailed).toBe(true)
    const { id } = await db().oneTimeLink.findFirstOrThrow({ where: { email: 'pia@school.test' }, select: { id: true } })
    done(await revokeInvitation(admin.actor, { invitationId: id }))
    const { url } = done(await invite(admin.actor, { ...asked, email: 'tom@school.test' }))
    await runMails()
    expect(mailbox.received).toMatchObject([{ to: 'tom@school.test' }])
    expect(mailbox.received[0]?.text).toContain(url)
  })

  test('about what was read in the newsroom meanwhile, or is no business of theirs any more', async () => {
    const [admin, editor] = [await createUser({ role: 'ADMIN' }), await createUser({ role: 'EDITOR' })]
    await inTransaction((tx) => notify(tx, { kind: 'pitch.answered', to: [editor.userId], byId: null }))
    const first = await db().outgoingMail.findFirstOrThrow({ where: { userId: editor.userId }, select: { id: true } })
    done(await readAll(editor.actor, { until: new Date(Date.now() + 1_000) }))
    await dropped(first.id)
    await inTransaction((tx) => notify(tx, { kind: 'request.received', to: [editor.userId], byId: null }))
    const second = await db().outgoingMail.findFirstOrThrow({ where: { userId: editor.userId, state: 'WAITING' }, select: { id: true } })
    done(await changeRole(admin.actor, { userId: editor.userId, role: 'WRITER' }))
    await dropped(second.id)
  })
})

test('where mail goes out, the list shows states and addresses of what failed, and never what a mail says', async () => {
  const admin = await createUser({ role: 'ADMIN', name: 'Robin Admin' })
  await written({ userId: admin.userId, to: admin.email })
  await runMails()
  refuseAt('to', 550)
  const failed = await written({ text: 'Secret words.', subject: 'Secret headline' })
  await runMails()
  for (const role of ['WRITER', 'EDITOR', 'ADVISER'] as const) {
    const { actor } = await createUser({ role })
    expect(await mailPage(actor, { before: null, troubled: false })).toBeNull()
    expect(await caughtMail(actor, failed)).toBeNull()
    for (const refused of [await sendAgain(actor, { mailId: failed }), await eraseCaught(actor)]) expect(refused).toMatchObject({ ok: false, problems: [{ message: 'Your role does not include this.' }] })
  }
  const page = await mailPage(admin.actor, { before: null, troubled: false })
  expect(page).toMatchObject({ mode: 'smtp', troubled: 1, caught: 0, next: null })
  expect(page?.lines).toMatchObject([{ id: failed, to: LETTER.to, subject: null, state: 'FAILED', mayResend: true }, { to: 'Robin Admin', subject: null, state: 'SENT', mayResend: false }])
  expect(JSON.stringify(page)).not.toContain('Secret')
  expect(await caughtMail(admin.actor, failed)).toBeNull()
  expect((await mailPage(admin.actor, { before: failed, troubled: false }))?.lines).toHaveLength(1)
  expect((await mailPage(admin.actor, { before: null, troubled: true }))?.lines).toHaveLength(1)
  expect((await eraseCaught(admin.actor)).ok).toBe(false)
})

import { beforeAll, expect, test } from 'vitest'
import { mailLink } from '../auth/recovery.ts'
import { db, inTransaction } from '../db.ts'
import { runMails } from '../jobs/schedule.ts'
import { done } from '../testing/builders.ts'
import { createUser } from '../testing/people.ts'
import { eraseCaught } from './commands.ts'
import { mailMode } from './mode.ts'
import { queueMail } from './outgoing.ts'
import { caughtMail, mailPage } from './queries.ts'

beforeAll(() => {
  process.env.FP_MAIL_CATCH_ALL = '1'
})

test('the catch-all keeps what would be mailed, shows it to admins alone, and is erased on record', async () => {
  expect(mailMode()).toBe('catch')
  const [admin, writer] = [await createUser({ role: 'ADMIN' }), await createUser({ role: 'WRITER' })]
  await mailLink('MAGIC_LINK', writer.email)
  await inTransaction((tx) => queueMail(tx, { kind: 'requestReply', to: 'rosa@school.test', subject: 'Your request', text: 'It is right now.' }))
  expect((await mailPage(admin.actor, { before: null, troubled: false }))?.lines).toMatchObject([{ state: 'WAITING', subject: 'Your request' }, { state: 'WAITING' }])
  await runMails()
  const page = await mailPage(admin.actor, { before: null, troubled: false })
  expect(page).toMatchObject({ mode: 'catch', caught: 2, lines: [{ to: 'rosa@school.test', subject: 'Your request', state: 'CAUGHT' }, { to: writer.email, subject: 'Sign in to Test Paper', state: 'CAUGHT' }] })
  const [first, link] = page?.lines ?? []
  expect(await caughtMail(admin.actor, first?.id ?? '')).toMatchObject({ text: 'It is right now.' })
  expect((await caughtMail(admin.actor, link?.id ?? ''))?.text).toContain('/sign-in/link/')
  for (const role of ['WRITER', 'EDITOR', 'ADVISER'] as const) {
    const { actor } = await createUser({ role })
    expect([await mailPage(actor, { before: null, troubled: false }), await caughtMail(actor, link?.id ?? ''), (await eraseCaught(actor)).ok]).toEqual([null, null, false])
  }
  expect(await caughtMail(admin.actor, 'not an id')).toBeNull()

  done(await eraseCaught(admin.actor))
  expect(await db().outgoingMail.count()).toBe(0)
  expect((await eraseCaught(admin.actor)).ok).toBe(false)
  expect(await db().auditEvent.findFirst({ where: { kind: 'mail.erased' }, select: { actorId: true, data: true } })).toEqual({ actorId: admin.userId, data: { count: 2 } })
})

test('a paper that sends no mail any more writes none, and says so of what still waits', async () => {
  const id = await inTransaction((tx) => queueMail(tx, { kind: 'requestReply', to: 'rosa@school.test', subject: 'x', text: 'y' }))
  delete process.env.FP_MAIL_CATCH_ALL
  expect(mailMode()).toBe('none')
  expect(await inTransaction((tx) => queueMail(tx, { kind: 'requestReply', to: 'rosa@school.test', subject: 'x', text: 'y' }))).toBeNull()
  await runMails()
  expect(await db().outgoingMail.findUniqueOrThrow({ where: { id: id ?? '' }, select: { state: true, failure: true } })).toEqual({ state: 'FAILED', failure: 'Mail is not set up any more.' })
})

import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, inTransaction } from '../db.ts'
import { runMails } from '../jobs/schedule.ts'
import { queueMail } from '../mail/outgoing.ts'
import { changeRole, deactivate, makeResetLink } from '../staff/commands.ts'
import { invite } from '../staff/invitations.ts'
import { acceptInvitation } from '../staff/joining.ts'
import { done } from '../testing/builders.ts'
import { createUser } from '../testing/people.ts'
import { linkUrl, makeLink, peekLink, useLink } from './one-time-links.ts'
import { enterByLink, mailLink as writeLinkMail, resetPassword, takeMailTry } from './recovery.ts'
import { signInWithPassword } from './sign-in.ts'

const mails: string[] = []
const mailbox = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _, callback) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      mails.push(Buffer.concat(chunks).toString('utf8').replaceAll('=\r\n', ''))
      callback()
    })
  },
})

beforeAll(async () => {
  await new Promise<void>((resolve) => mailbox.listen(0, '127.0.0.1', resolve))
  const address = mailbox.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  process.env.SMTP_URL = `smtp://127.0.0.1:${address.port}`
  process.env.MAIL_FROM = 'paper@school.test'
})
afterAll(() => new Promise<void>((resolve) => mailbox.close(resolve)))

const tokenIn = (text: string) => /\/(?:reset|link|invitation)\/([A-Za-z0-9_-]{43})/.exec(text)?.[1] ?? ''
const NEW = 'another password'

async function mailLink(...asked: Parameters<typeof writeLinkMail>): Promise<void> {
  await writeLinkMail(...asked)
  await runMails()
}

describe('a link by mail', () => {
  it('resets the password, once', async () => {
    const user = await createUser({ role: 'WRITER' })
    await mailLink('PASSWORD_RESET', user.email)
    const mail = mails.at(-1) ?? ''
    expect(mail).toContain(`To: ${user.email}`)
    expect(mail).toContain('http://localhost:3000/sign-in/reset/')
    const token = tokenIn(mail)
    expect((await peekLink('PASSWORD_RESET', token))?.userId).toBe(user.userId)
    expect(done(await resetPassword({ token, password: NEW })).userId).toBe(user.userId)
    expect((await resetPassword({ token, password: NEW })).ok).toBe(false)
    expect(await peekLink('PASSWORD_RESET', token)).toBeNull()
    expect((await signInWithPassword({ email: user.email, password: NEW }, '203.0.113.1')).outcome).toBe('in')
    expect((await signInWithPassword({ email: user.email, password: user.password }, '203.0.113.1')).outcome).toBe('wrong')
  })

  it('signs in, once', async () => {
    const user = await createUser({ role: 'WRITER' })
    await mailLink('MAGIC_LINK', user.email)
    const token = tokenIn(mails.at(-1) ?? '')
    expect(done(await enterByLink({ token })).userId).toBe(user.userId)
    expect((await enterByLink({ token })).ok).toBe(false)
  })

  it('goes neither to an unknown address nor to a deactivated account', async () => {
    const gone = await createUser({ role: 'WRITER' })
    await db().user.update({ where: { id: gone.userId }, data: { deactivatedAt: new Date() } })
    const before = mails.length
    await mailLink('PASSWORD_RESET', 'nobody@school.test')
    await mailLink('MAGIC_LINK', gone.email)
    expect(mails).toHaveLength(before)
  })

  it('takes the place of mailed ones only, never of one that an admin handed over', async () => {
    const admin = await createUser({ role: 'ADMIN' })
    const user = await createUser({ role: 'WRITER' })
    await mailLink('PASSWORD_RESET', user.email)
    const mailed = tokenIn(mails.at(-1) ?? '')
    const handed = tokenIn(done(await makeResetLink(admin.actor, { userId: user.userId })).url)
    expect(await peekLink('PASSWORD_RESET', mailed)).toBeNull()
    await mailLink('PASSWORD_RESET', user.email)
    const second = tokenIn(mails.at(-1) ?? '')
    await mailLink('PASSWORD_RESET', user.email)
    expect(await peekLink('PASSWORD_RESET', second)).toBeNull()
    expect(done(await resetPassword({ token: handed, password: NEW })).userId).toBe(user.userId)
    expect((await resetPassword({ token: tokenIn(mails.at(-1) ?? ''), password: NEW })).ok).toBe(false)
  })

  it('is limited to five per account, known or not', async () => {
    for (let count = 0; count < 5; count++) expect(await takeMailTry('nobody@school.test')).toBe(0)
    expect(await takeMailTry('Nobody@school.test')).toBeGreaterThan(0)
  })

  it('carries no line break of a name into its header', async () => {
    await inTransaction((tx) => queueMail(tx, { kind: 'requestReply', to: 'x@school.test', subject: 'Hello\r\nBcc: evil@evil.test', text: 'x' }))
    await runMails()
    expect(mails.at(-1)).toContain('Subject: Hello Bcc: evil@evil.test')
    expect(mails.at(-1)).not.toMatch(/^Bcc:/m)
  })
})

describe('a one-time link', () => {
  const magic = async (userId: string) => (await inTransaction((tx) => makeLink(tx, { kind: 'MAGIC_LINK', userId }))).token

  it('is kept only as a hash', async () => {
    const { userId } = await createUser({ role: 'WRITER' })
    const token = await magic(userId)
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    const rows = await db().oneTimeLink.findMany({ where: { userId } })
    expect(rows).toHaveLength(1)
    expect(rows[0]?.tokenHash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(linkUrl('MAGIC_LINK', token)).toBe(`http://localhost:3000/sign-in/link/${token}`)
  })

  it('works for one of two at once', async () => {
    const { userId } = await createUser({ role: 'WRITER' })
    for (let round = 0; round < 10; round++) {
      const token = await magic(userId)
      const results = await Promise.all([enterByLink({ token }), enterByLink({ token }), enterByLink({ token })])
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    }
  })

  it('does only what it was made for', async () => {
    const { userId } = await createUser({ role: 'WRITER' })
    const token = await magic(userId)
    expect((await resetPassword({ token, password: NEW })).ok).toBe(false)
    expect((await acceptInvitation({ token, name: 'X', password: NEW })).ok).toBe(false)
    expect((await enterByLink({ token })).ok).toBe(true)
  })

  it('ends with its time', async () => {
    const { userId } = await createUser({ role: 'WRITER' })
    const token = await magic(userId)
    await db().oneTimeLink.updateMany({ where: { userId }, data: { expiresAt: new Date(Date.now() - 1_000) } })
    expect(await peekLink('MAGIC_LINK', token)).toBeNull()
    expect((await enterByLink({ token })).ok).toBe(false)
  })

  it('ends when a newer one of its kind is made, and only then', async () => {
    const user = await createUser({ role: 'WRITER' })
    const [older, newer] = [await magic(user.userId), await magic(user.userId)]
    const other = await magic((await createUser({ role: 'WRITER' })).userId)
    expect((await enterByLink({ token: older })).ok).toBe(false)
    expect((await enterByLink({ token: newer })).ok).toBe(true)
    expect((await enterByLink({ token: other })).ok).toBe(true)
  })

  it('is not used up by looking at its page, nor by an effect that fails', async () => {
    const { userId } = await createUser({ role: 'WRITER' })
    const token = await magic(userId)
    await peekLink('MAGIC_LINK', token)
    await expect(inTransaction(async (tx) => (await useLink(tx, 'MAGIC_LINK', token), Promise.reject(new Error('undone'))))).rejects.toThrow('undone')
    expect((await enterByLink({ token })).ok).toBe(true)
  })

  it('ends with the account, and with a new password', async () => {
    const admin = await createUser({ role: 'ADMIN' })
    const user = await createUser({ role: 'WRITER' })
    const token = await magic(user.userId)
    const reset = tokenIn(done(await makeResetLink(admin.actor, { userId: user.userId })).url)
    done(await resetPassword({ token: reset, password: NEW }))
    expect((await enterByLink({ token })).ok).toBe(false)
    const [second, secondReset] = [await magic(user.userId), tokenIn(done(await makeResetLink(admin.actor, { userId: user.userId })).url)]
    done(await deactivate(admin.actor, { userId: user.userId }))
    expect((await enterByLink({ token: second })).ok).toBe(false)
    expect((await resetPassword({ token: secondReset, password: NEW })).ok).toBe(false)
  })

  it('ends when whoever handed it out may no longer do so', async () => {
    const admin = await createUser({ role: 'ADMIN' })
    const other = await createUser({ role: 'ADMIN' })
    const user = await createUser({ role: 'WRITER' })
    const reset = tokenIn(done(await makeResetLink(other.actor, { userId: user.userId })).url)
    const asAdmin = tokenIn(done(await invite(other.actor, { email: 'a@school.test', role: 'ADMIN', position: 'Admin', name: null })).url)
    const asWriter = tokenIn(done(await invite(other.actor, { email: 'w@school.test', role: 'WRITER', position: 'Writer', name: null })).url)
    done(await changeRole(admin.actor, { userId: other.userId, role: 'ADVISER' }))
    expect((await resetPassword({ token: reset, password: NEW })).ok).toBe(false)
    expect((await acceptInvitation({ token: asAdmin, name: 'X', password: NEW })).ok).toBe(false)
    expect(await peekLink('INVITATION', asWriter)).not.toBeNull()
    done(await deactivate(admin.actor, { userId: other.userId }))
    expect((await acceptInvitation({ token: asWriter, name: 'X', password: NEW })).ok).toBe(false)
  })

  it('that nobody made opens nothing', async () => {
    const token = 'A'.repeat(43)
    expect((await enterByLink({ token })).ok).toBe(false)
    expect(await peekLink('SETUP', token)).toBeNull()
  })
})

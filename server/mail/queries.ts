import 'server-only'
import type { Actor } from '#domain/people.ts'
import { maskedAddress } from '#domain/newsletter/sign-up.ts'
import { decide } from '#domain/policy.ts'
import { db } from '../db.ts'
import type { MailState } from '../generated/prisma/enums.ts'
import { mailMode, type MailMode } from './mode.ts'
import { MAIL_KINDS } from './outgoing.ts'
import { unseal } from './seal.ts'

/**
 * A mail in the list under Settings, Mail. `to`: the address, where it is still kept and shown: in the catch-all, and of what did not go out; else
 * whose account it was, or ''. `subject` null: not shown. `at`: ISO 8601.
 */
export type MailLine = { id: string; at: string; kind: string; to: string; subject: string | null; state: MailState; tries: number; failure: string; mayResend: boolean }
export type MailPage = { mode: MailMode; lines: MailLine[]; next: string | null; troubled: number; caught: number }
/** One mail of the catch-all, as it would have been sent. */
export type CaughtMail = { id: string; at: string; to: string; subject: string; text: string; state: MailState }

const A_PAGE = 50
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const LINE = { id: true, createdAt: true, kind: true, userId: true, newsletterId: true, sealed: true, state: true, tries: true, failure: true } as const
const TROUBLED: MailState[] = ['FAILED', 'UNKNOWN']

/** Who gets the newsletter is shown to nobody in full; the catch-all stands in for their mailbox. */
const masked = (kind: string, to: string | undefined, mode: MailMode) => (to !== undefined && kind === 'newsletterConfirm' && mode !== 'catch' ? maskedAddress(to) : to)

/** The mails, newest first, behind the one named `before`; null for whoever may not see them. Texts are in the catch-all alone. */
export async function mailPage(actor: Actor, { before, troubled }: { before: string | null; troubled: boolean }): Promise<MailPage | null> {
  if (!decide(actor.role, 'handleMail').allowed) return null
  const mode = mailMode()
  const behind = before === null || !UUID.test(before) ? null : await db().outgoingMail.findUnique({ where: { id: before }, select: { id: true, createdAt: true } })
  const where = {
    ...(troubled ? { state: { in: TROUBLED } } : {}),
    ...(behind === null ? {} : { createdAt: { lte: behind.createdAt }, OR: [{ createdAt: { lt: behind.createdAt } }, { id: { lt: behind.id } }] }),
  }
  const [rows, inTrouble, caught] = await Promise.all([
    db().outgoingMail.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: A_PAGE + 1, select: LINE }),
    db().outgoingMail.count({ where: { state: { in: TROUBLED } } }),
    mode === 'catch' ? db().outgoingMail.count({ where: { state: 'CAUGHT' } }) : 0,
  ])
  const page = rows.slice(0, A_PAGE)
  const users = await db().user.findMany({ where: { id: { in: page.flatMap(({ userId }) => userId ?? []) } }, select: { id: true, staff: { select: { name: true } } } })
  const names = new Map(users.map(({ id, staff }) => [id, staff.name]))
  const lines = page.map(({ createdAt, userId, newsletterId, sealed, ...mail }): MailLine => {
    const mayResend = TROUBLED.includes(mail.state) && (sealed !== null || newsletterId !== null)
    const letter = mode === 'catch' || mayResend ? unseal(mail.id, sealed) : null
    const kind: string = mail.kind
    return {
      ...mail, at: createdAt.toISOString(), mayResend,
      kind: Object.entries(MAIL_KINDS).find(([name]) => name === kind)?.[1] ?? kind,
      to: newsletterId !== null && mode !== 'catch' ? 'a reader of the newsletter' : masked(kind, letter?.to, mode) ?? names.get(userId ?? '') ?? '',
      subject: mode === 'catch' ? (letter?.subject ?? null) : null,
    }
  })
  return { mode, lines, next: rows.length > A_PAGE ? (page.at(-1)?.id ?? null) : null, troubled: inTrouble, caught }
}

/** A mail as it would have been sent: in the catch-all alone, and for admins alone. null otherwise. */
export async function caughtMail(actor: Actor, id: string): Promise<CaughtMail | null> {
  if (!decide(actor.role, 'handleMail').allowed || mailMode() !== 'catch' || !UUID.test(id)) return null
  const mail = await db().outgoingMail.findUnique({ where: { id }, select: LINE })
  const letter = mail === null ? null : unseal(id, mail.sealed)
  return mail === null || letter === null ? null : { id, at: mail.createdAt.toISOString(), state: mail.state, ...letter }
}

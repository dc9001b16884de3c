import 'server-only'
import { newestHour } from '#domain/newsletter/hour.ts'
import type { NewsletterKind } from '#domain/newsletter/content.ts'
import type { NewsletterMail } from '#domain/newsletter/mail.ts'
import { maskedAddress } from '#domain/newsletter/sign-up.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { timeNow } from '../clock.ts'
import { db, inTransaction } from '../db.ts'
import { env } from '../env.ts'
import type { NewsletterState } from '../generated/prisma/enums.ts'
import { mailConfigured } from '../mail/mode.ts'
import { paperDay } from '../settings/paper-day.ts'
import { openAddress } from './address.ts'
import { contentNow, contentSeal, wordsNow } from './compose.ts'

/** A newsletter as it would go out now; `mail` null: there is nothing new to tell. */
export type NewsletterPreview = { kind: NewsletterKind; seal: string; mail: NewsletterMail | null }
/** `at`: ISO 8601; `by` null: by itself. `waiting`: copies that are still to be handed over. */
export type SentNewsletter = { id: string; kind: NewsletterKind; state: NewsletterState; at: string; by: string | null; copies: number; waiting: number }
/** Addresses are masked. `since`: ISO 8601. */
export type NewsletterReader = { id: string; address: string; since: string; reason: string }
export type NewsletterDesk = {
  mail: boolean
  settings: { open: boolean; weekday: number | null; hour: number }
  /** When the weekly one goes out next by itself (ISO 8601); null: it does not. */
  next: string | null
  readers: { weekly: number; breaking: number; unconfirmed: number; setAside: number }
  sent: SentNewsletter[]
}

const LATEST = 20
const A_PAGE = 50
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const may = (actor: Actor) => decide(actor.role, 'sendNewsletter').allowed

/** All of the newsletter's screen; null for whoever has no part in it. */
export async function newsletterDesk(actor: Actor): Promise<NewsletterDesk | null> {
  if (!may(actor)) return null
  const confirmed = { state: 'CONFIRMED' } as const
  const [settings, weekly, breaking, unconfirmed, setAside, rows] = await Promise.all([
    db().newsletterSettings.findUnique({ where: { id: 1 } }),
    db().subscriber.count({ where: { ...confirmed, weekly: true } }),
    db().subscriber.count({ where: { ...confirmed, breaking: true } }),
    db().subscriber.count({ where: { state: 'UNCONFIRMED' } }),
    db().subscriber.count({ where: { state: 'SET_ASIDE' } }),
    db().newsletter.findMany({
      orderBy: { at: 'desc' }, take: LATEST,
      select: { id: true, kind: true, state: true, at: true, copies: true, sentBy: { select: { staff: { select: { name: true } } } }, _count: { select: { mails: { where: { state: { in: ['WAITING', 'SENDING'] } } } } } },
    }),
  ])
  const sent = rows.map(({ at, sentBy, _count, ...row }) => ({ ...row, at: at.toISOString(), by: sentBy?.staff.name ?? null, waiting: _count.mails }))
  const { open = false, weekday = null, hour = 16 } = settings ?? {}
  return { mail: mailConfigured(), settings: { open, weekday, hour }, next: await nextHour(weekday, hour), readers: { weekly, breaking, unconfirmed, setAside }, sent }
}

async function nextHour(weekday: number | null, hour: number): Promise<string | null> {
  if (weekday === null) return null
  const now = timeNow()
  const { timeZone } = await paperDay(now)
  // A week after the newest one, whatever the clocks do in between.
  return newestHour({ weekday, hour }, new Date(now.getTime() + 7 * 86_400_000), timeZone).at.toISOString()
}

/** A newsletter as it would go out now; null for whoever has no part in it. */
export async function newsletterPreview(actor: Actor, kind: NewsletterKind): Promise<NewsletterPreview | null> {
  if (!may(actor)) return null
  return inTransaction(async (tx) => {
    const content = await contentNow(tx, kind)
    return { kind, seal: contentSeal(kind, content), mail: await wordsNow(tx, kind, content, `${env().SITE_URL}/newsletter`) }
  })
}

/** A page of the readers, or of those whose address is set aside, behind the one named `after`; null for whoever has no part in it. */
export async function newsletterReaders(actor: Actor, { setAside, after }: { setAside: boolean; after: string | null }): Promise<{ readers: NewsletterReader[]; next: string | null } | null> {
  if (!may(actor)) return null
  const rows = await db().subscriber.findMany({
    where: { state: setAside ? 'SET_ASIDE' : 'CONFIRMED', ...(after !== null && UUID.test(after) ? { id: { gt: after } } : {}) },
    orderBy: { id: 'asc' }, take: A_PAGE + 1, select: { id: true, sealed: true, confirmedAt: true, setAsideAt: true, setAsideReason: true },
  })
  const page = rows.slice(0, A_PAGE)
  const readers = page.map(({ id, sealed, confirmedAt, setAsideAt, setAsideReason }) => {
    const address = openAddress(id, sealed)
    return { id, address: address === null ? 'cannot be read any more' : maskedAddress(address), since: (setAsideAt ?? confirmedAt ?? new Date(0)).toISOString(), reason: setAsideReason }
  })
  return { readers, next: rows.length > A_PAGE ? (page.at(-1)?.id ?? null) : null }
}

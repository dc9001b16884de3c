import 'server-only'
import { detailsOf } from '#domain/audit/details.ts'
import type { AuditFilter } from '#domain/audit/filter.ts'
import { phraseOf } from '#domain/audit/kinds.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { db } from '../db.ts'
import { paperDay } from '../settings/paper-day.ts'
import { namesFor, type Names } from './names.ts'
import { chainedEvents, type ChainedEvent } from './rows.ts'

/** One line of the log: `who` did `before` `about` `after`, with details. `at`: ISO 8601. `hash`: in hexadecimal. */
export type AuditLine = {
  seq: string
  hash: string
  intact: boolean
  at: string
  who: string
  kind: string
  before: string
  about: string | null
  href: string | null
  after: string
  details: string | null
  storyId: string | null
  headline: string | null
}

/** A page of the log. `next`: the `before` of the page behind it. `broken`: how many of its events do not fit the chain. */
export type AuditPage = { lines: AuditLine[]; next: string | null; broken: number; timeZone: string; today: string }
const PAGE = 50

function lineOf(event: ChainedEvent, names: Names): AuditLine {
  const { seq, hash, intact, at, kind, storyId } = event
  const { before, about, after } = phraseOf(kind)
  const named = about === null ? null : names.about(event)
  return {
    seq, hash, intact, at, kind, storyId, before, after,
    who: names.who(event.actorId),
    about: named?.name ?? about,
    href: named?.href ?? null,
    details: detailsOf(kind, parsed(event.data)),
    headline: names.headline(storyId),
  }
}

function parsed(json: string): unknown {
  const value: unknown = JSON.parse(json)
  return value
}

/** Lines of the log that fit the filter, newest first, at most `take`; none for whoever may not read it. */
export async function auditLines(actor: Actor, filter: AuditFilter, timeZone: string, take: number): Promise<AuditLine[]> {
  if (!decide(actor.role, 'readAudit').allowed) return []
  const events = await chainedEvents(filter, timeZone, take)
  const names = await namesFor(events)
  return events.map((event) => lineOf(event, names))
}

/** One page of the log; null for whoever may not read it. */
export async function auditPage(actor: Actor, filter: AuditFilter): Promise<AuditPage | null> {
  if (!decide(actor.role, 'readAudit').allowed) return null
  const day = await paperDay(new Date())
  const lines = await auditLines(actor, filter, day.timeZone, PAGE + 1)
  const page = lines.slice(0, PAGE)
  return { lines: page, next: lines.length > PAGE ? (page.at(-1)?.seq ?? null) : null, broken: page.filter(({ intact }) => !intact).length, ...day }
}

/** What the log's filters offer: everybody who has or had an account, by name, and the story that is chosen. */
export type AuditChoices = { people: { userId: string; name: string }[]; story: { id: string; headline: string } | null }

export async function auditChoices(actor: Actor, filter: AuditFilter): Promise<AuditChoices> {
  if (!decide(actor.role, 'readAudit').allowed) return { people: [], story: null }
  const [users, story] = await Promise.all([
    db().user.findMany({ orderBy: [{ staff: { name: 'asc' } }, { id: 'asc' }], select: { id: true, staff: { select: { name: true } } } }),
    filter.story === null ? null : db().story.findUnique({ where: { id: filter.story }, select: { id: true, workingRevision: { select: { headline: true } } } }),
  ])
  return {
    people: users.map(({ id, staff }) => ({ userId: id, name: staff.name })),
    story: story === null ? null : { id: story.id, headline: story.workingRevision?.headline ?? '' },
  }
}

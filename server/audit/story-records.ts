import 'server-only'
import { spanOf } from '#domain/audit/filter.ts'
import { recordLines, type StoryRecord } from '#domain/audit/story-record.ts'
import type { Actor } from '#domain/people.ts'
import { decide, decideOnStory } from '#domain/policy.ts'
import { STATE_NAMES } from '#domain/workflow.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { db } from '../db.ts'
import { reviewRules, storyCase, STORY_STANDING } from '../stories/lock.ts'
import { inHex } from './chain.ts'

const BATCH = 25
const EVENT = { at: true, actorId: true, kind: true, storyId: true, revisionId: true, subjectId: true, data: true } as const
const STORY = {
  id: true,
  state: true,
  withdrawnAt: true,
  withdrawnReason: true,
  withdrawalAskedAt: true,
  withdrawalAskedById: true,
  withdrawalAskedReason: true,
  workingRevision: { select: { headline: true, section: { select: { name: true } }, bylines: { orderBy: { position: 'asc' }, select: { name: true, staff: { select: { name: true } } } } } },
  revisions: { select: { id: true, number: true } },
  reviews: {
    where: { decision: { in: ['REQUEST_CHANGES', 'COMMENT'] } },
    select: { id: true, createdAt: true, byId: true, revisionId: true, notes: true, reason: true, objections: { select: { id: true, body: true, answer: true } } },
  },
  notes: { select: { id: true, createdAt: true, authorId: true, revisionId: true, parentId: true, body: true, blocking: true, resolvedAt: true, resolvedById: true } },
} as const satisfies Prisma.StorySelect
type StoryRow = Prisma.StoryGetPayload<{ select: typeof STORY }>

/** Which events of a story belong to its record: those in a time, and before a place of the chain. */
type Span = { from: Date | null; before: Date | null; place: string | null }
const inSpan = ({ from, before }: Span): Prisma.AuditEventWhereInput => ({ at: { ...(from === null ? {} : { gte: from }), ...(before === null ? {} : { lt: before }) } })
const upTo = ({ place }: Span): Prisma.AuditLinkWhereInput => (place === null ? {} : { seq: { lt: BigInt(place) } })
const iso = (at: Date | null) => at?.toISOString() ?? null

async function recordsOf(ids: readonly string[], span: Span): Promise<StoryRecord[]> {
  const [stories, links] = await Promise.all([
    db().story.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' }, select: STORY }),
    db().auditLink.findMany({ where: { ...upTo(span), event: { storyId: { in: [...ids] }, ...inSpan(span) } }, orderBy: { seq: 'asc' }, select: { seq: true, hash: true, event: { select: EVENT } } }),
  ])
  const people = new Set([...links.flatMap(({ event }) => event.actorId ?? []), ...stories.flatMap(({ notes }) => notes.flatMap((note) => [note.authorId, ...(note.resolvedById === null ? [] : [note.resolvedById])]))])
  const users = await db().user.findMany({ where: { id: { in: [...people] } }, select: { id: true, staff: { select: { name: true } } } })
  const names = new Map(users.map(({ id, staff }) => [id, staff.name]))
  const nameOf = (userId: string | null) => (userId === null ? 'The paper' : (names.get(userId) ?? 'Somebody'))
  return stories.map((story) => recordOf(story, links.filter(({ event }) => event.storyId === story.id), span, nameOf))
}

type LinkRow = { seq: bigint; hash: Uint8Array; event: Prisma.AuditEventGetPayload<{ select: typeof EVENT }> }

function recordOf(story: StoryRow, links: readonly LinkRow[], span: Span, nameOf: (userId: string | null) => string): StoryRecord {
  const events = links.map(({ seq, hash, event: { at, ...event } }) => ({ ...event, at: at.toISOString(), seq: String(seq), hash: inHex(hash) }))
  const { withdrawalAskedAt: askedAt, withdrawnAt } = story
  const source = {
    events,
    objections: story.reviews.flatMap(({ objections }) => objections),
    reviews: story.reviews.map(({ createdAt, objections: _objections, ...review }) => ({ ...review, at: createdAt.toISOString() })),
    notes: story.notes.map(({ createdAt, resolvedAt, ...note }) => ({ ...note, at: createdAt.toISOString(), resolvedAt: iso(resolvedAt) })),
    numbers: new Map(story.revisions.map(({ id, number }) => [id, number])),
    asked: askedAt === null ? null : { at: askedAt.toISOString(), byId: story.withdrawalAskedById, reason: story.withdrawalAskedReason ?? '' },
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt.toISOString(), reason: story.withdrawnReason ?? '' },
    nameOf,
  }
  const revision = story.workingRevision
  return {
    id: story.id,
    headline: revision?.headline ?? '',
    section: revision?.section?.name ?? null,
    state: STATE_NAMES[story.state],
    bylines: revision?.bylines.map(({ name, staff }) => staff?.name ?? name ?? '') ?? [],
    lines: recordLines(source, { from: iso(span.from), before: iso(span.before) }),
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The record of one story, for whoever may read it; else null. `place`: only what stands before this place of the chain. */
export async function storyRecord(actor: Actor, id: string, place: string | null = null): Promise<StoryRecord | null> {
  if (!decide(actor.role, 'enterNewsroom').allowed || !UUID.test(id)) return null
  const story = await db().story.findUnique({ where: { id }, select: STORY_STANDING })
  if (story === null || !decideOnStory(actor.role, 'readStory', storyCase(actor, story, await reviewRules(db()))).allowed) return null
  return (await recordsOf([id], { from: null, before: null, place }))[0] ?? null
}

export type Days = { from: string; to: string }

/** How much happened to stories in these days of the paper; null for whoever may not read the log. */
export async function countRecords(actor: Actor, days: Days, timeZone: string): Promise<number | null> {
  if (!decide(actor.role, 'readAudit').allowed) return null
  return db().auditEvent.count({ where: { storyId: { not: null }, ...inSpan({ ...spanOf(days, timeZone), place: null }) } })
}

/** The records of all stories to which something happened in these days, oldest story first, a few in memory at a time; none for whoever may not read the log. */
export async function* recordsBetween(actor: Actor, days: Days, timeZone: string, place: string | null = null): AsyncGenerator<StoryRecord> {
  if (!decide(actor.role, 'readAudit').allowed) return
  const span = { ...spanOf(days, timeZone), place }
  for (let after: string | null = null, more = true; more; ) {
    const rows: { storyId: string | null }[] = await db().auditEvent.findMany({
      where: { ...inSpan(span), storyId: { not: null, ...(after === null ? {} : { gt: after }) }, link: upTo(span) },
      distinct: ['storyId'],
      orderBy: { storyId: 'asc' },
      take: BATCH,
      select: { storyId: true },
    })
    const ids = rows.flatMap(({ storyId }) => storyId ?? [])
    yield* await recordsOf(ids, span)
    after = ids.at(-1) ?? after
    more = ids.length === BATCH
  }
}

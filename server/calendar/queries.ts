import 'server-only'
import { daysAfter, instantOf } from '#domain/day.ts'
import type { Actor } from '#domain/people.ts'
import { MOVABLE_KINDS, type CalendarEntry, type DayRange, type EntryKind } from '#domain/planning/calendar.ts'
import { isOver } from '#domain/planning/days.ts'
import { duesOf } from '#domain/planning/dues.ts'
import type { PhotoState } from '#domain/planning/photo-requests.ts'
import { decide, grantOf } from '#domain/policy.ts'
import { takesPlans, type StoryState } from '#domain/workflow.ts'
import { db } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { paperDay } from '../settings/paper-day.ts'

const { sql } = Prisma

/** What is asked of every source: days at school, both included, and one section or all. */
type Question = DayRange & { sectionId: string | null; timeZone: string }
/** A row of a source, as the database gives it. `photoState`: of a photo request. */
type Row = { storyId: string | null; requestId: string | null; planId: string | null; failed: boolean; day: string; at: Date | null; headline: string; section: string | null; state: StoryState | null; live: boolean; photoState: PhotoState | null }
type Source = { kind: EntryKind; rows: (question: Question) => Prisma.Sql; mayRead?: (actor: Actor) => boolean }

/** More than a school newspaper has in two months; the rest is left out, never an unbounded list. */
const MOST_OF_A_SOURCE = 2_000

const ofSection = (sectionId: string | null) => (sectionId === null ? sql`true` : sql`r."sectionId" = ${sectionId}::uuid`)
const unpublished = sql`s."kind" = 'STORY' AND s."liveRevisionId" IS NULL AND s."state" <> 'WITHDRAWN'`
const STORY = sql`s."id" AS "storyId", r."headline", c."name" AS "section", s."state"::text AS "state", s."liveRevisionId" IS NOT NULL AS "live"`
const NO_PLAN = sql`NULL::uuid AS "planId", false AS "failed"`
const NO_REQUEST = sql`NULL::uuid AS "requestId", NULL::text AS "photoState"`
const SECTION = sql`LEFT JOIN "Section" c ON c."id" = r."sectionId"`

/** Stories on their way, by a day of their plan. */
function byDay(column: 'plannedFor' | 'draftDue' | 'editDue') {
  const day = { plannedFor: sql`s."plannedFor"`, draftDue: sql`s."draftDue"`, editDue: sql`s."editDue"` }[column]
  return ({ from, to, sectionId }: Question) => sql`
    SELECT ${STORY}, ${NO_REQUEST}, ${NO_PLAN}, ${day}::text AS "day", NULL::timestamptz AS "at"
    FROM "Story" s JOIN "Revision" r ON r."id" = s."workingRevisionId" ${SECTION}
    WHERE ${day} BETWEEN ${from}::date AND ${to}::date AND ${unpublished} AND ${ofSection(sectionId)}
    ORDER BY ${day}, s."id" LIMIT ${MOST_OF_A_SOURCE}`
}

const photoRows = ({ from, to, sectionId }: Question) => sql`
  SELECT ${STORY}, p."id" AS "requestId", p."state"::text AS "photoState", ${NO_PLAN}, p."due"::text AS "day", NULL::timestamptz AS "at"
  FROM "PhotoRequest" p JOIN "Story" s ON s."id" = p."storyId" JOIN "Revision" r ON r."id" = s."workingRevisionId" ${SECTION}
  WHERE p."due" BETWEEN ${from}::date AND ${to}::date AND p."state" <> 'NOT_NEEDED' AND ${unpublished} AND ${ofSection(sectionId)}
  ORDER BY p."due", p."id" LIMIT ${MOST_OF_A_SOURCE}`

/** What readers see, by the day at school of its first publication, under the headline that they see. */
const publishedRows = ({ from, to, sectionId, timeZone }: Question) => sql`
  SELECT ${STORY}, ${NO_REQUEST}, ${NO_PLAN}, (s."firstPublishedAt" AT TIME ZONE ${timeZone})::date::text AS "day", s."firstPublishedAt" AS "at"
  FROM "Story" s JOIN "Revision" r ON r."id" = s."liveRevisionId" ${SECTION}
  WHERE s."kind" = 'STORY' AND s."firstPublishedAt" >= ${startOf(from, timeZone)} AND s."firstPublishedAt" < ${startOf(daysAfter(to, 1), timeZone)} AND ${ofSection(sectionId)}
  ORDER BY s."firstPublishedAt", s."id" LIMIT ${MOST_OF_A_SOURCE}`

const dayAt = (timeZone: string) => sql`(p."at" AT TIME ZONE ${timeZone})::date::text AS "day", p."at"`
const within = ({ from, to, timeZone }: Question) => sql`p."cancelledAt" IS NULL AND p."doneAt" IS NULL AND p."at" >= ${startOf(from, timeZone)} AND p."at" < ${startOf(daysAfter(to, 1), timeZone)}`

/** Publications and unpublications that stand for a minute, under the headline that was approved or that readers see. */
function scheduled(kind: 'PUBLISH' | 'UNPUBLISH') {
  return (question: Question) => sql`
    SELECT ${STORY}, ${NO_REQUEST}, p."id" AS "planId", p."failedAt" IS NOT NULL AS "failed", ${dayAt(question.timeZone)}
    FROM "Schedule" p JOIN "Story" s ON s."id" = p."storyId" JOIN "Revision" r ON r."id" = p."revisionId" ${SECTION}
    WHERE s."kind" = 'STORY' AND p."kind" = ${kind}::"ScheduleKind" AND ${within(question)} AND ${ofSection(question.sectionId)}
    ORDER BY p."at", p."id" LIMIT ${MOST_OF_A_SOURCE}`
}

/** Fronts that are to come out at a minute: of the whole paper, so of no section. */
const frontRows = (question: Question) => sql`
  SELECT NULL::uuid AS "storyId", '' AS "headline", NULL::text AS "section", NULL::text AS "state", false AS "live", ${NO_REQUEST}, p."id" AS "planId", p."failedAt" IS NOT NULL AS "failed", ${dayAt(question.timeZone)}
  FROM "FrontSchedule" p WHERE ${within(question)} AND ${question.sectionId === null}
  ORDER BY p."at", p."id" LIMIT ${MOST_OF_A_SOURCE}`

function startOf(day: string, timeZone: string): Date {
  const at = instantOf(`${day}T00:00:00`, timeZone)
  if (at === null) throw new RangeError(`${day} is no day`)
  return at
}

/** Every kind of entry, in the order in which they stand on a day. Another kind is another line. */
const SOURCES: readonly Source[] = [
  { kind: 'published', rows: publishedRows },
  { kind: 'front', rows: frontRows, mayRead: ({ role }) => decide(role, 'arrangeFront').allowed },
  { kind: 'scheduled', rows: scheduled('PUBLISH') },
  { kind: 'unpublish', rows: scheduled('UNPUBLISH') },
  { kind: 'planned', rows: byDay('plannedFor') },
  { kind: 'draft', rows: byDay('draftDue') },
  { kind: 'edit', rows: byDay('editDue') },
  { kind: 'photo', rows: photoRows },
]

function statusOf(kind: EntryKind, { state, live, day, photoState, failed }: Row, today: string): CalendarEntry['status'] {
  if (kind === 'published') return 'done'
  if (kind === 'front' || kind === 'scheduled' || kind === 'unpublish' || state === null) return failed ? 'late' : 'open'
  if (kind === 'planned') return isOver(day, today) ? 'late' : 'open'
  const photos = photoState === null ? [] : [{ due: day, state: photoState }]
  const [due] = duesOf({ state, live, draftDue: kind === 'draft' ? day : null, editDue: kind === 'edit' ? day : null, photos }, today)
  return due === undefined ? 'done' : due.late ? 'late' : 'open'
}

const isMovable = (kind: EntryKind) => (MOVABLE_KINDS as readonly EntryKind[]).includes(kind)

/** What stands in the calendar on these days, in the order of the days; nothing for whoever is not in the newsroom. */
export async function calendarEntries(actor: Actor, { from, to, sectionId }: DayRange & { sectionId: string | null }): Promise<{ entries: CalendarEntry[]; today: string; timeZone: string }> {
  const { today, timeZone } = await paperDay(new Date())
  if (!decide(actor.role, 'enterNewsroom').allowed) return { entries: [], today, timeZone }
  const plans = grantOf(actor.role, 'plan') === 'yes'
  const sources = SOURCES.filter(({ mayRead }) => mayRead === undefined || mayRead(actor))
  const found = await Promise.all(sources.map(({ rows }) => db().$queryRaw<Row[]>(rows({ from, to, sectionId, timeZone }))))
  const entries = sources.flatMap(({ kind }, at) => (found[at] ?? []).map((row): CalendarEntry => ({
    key: `${kind}-${row.planId ?? row.requestId ?? row.storyId}`,
    kind,
    day: row.day,
    at: row.at?.toISOString() ?? null,
    storyId: row.storyId,
    requestId: row.requestId,
    headline: row.headline,
    section: row.section,
    state: row.state,
    status: statusOf(kind, row, today),
    movable: plans && isMovable(kind) && row.state !== null && takesPlans({ state: row.state, live: row.live }),
  })))
  // The sort is stable: what stands on one day keeps the order of the sources.
  return { entries: entries.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)), today, timeZone }
}

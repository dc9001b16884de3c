import 'server-only'
import { daysAfter, instantOf } from '#domain/day.ts'
import type { Actor } from '#domain/people.ts'
import { COLUMNS, LIVE_DAYS, MOST_CARDS, type BoardCard, type BoardColumn, type Column } from '#domain/planning/board.ts'
import { toDay } from '#domain/planning/days.ts'
import { duesOf } from '#domain/planning/dues.ts'
import { photoWords } from '#domain/planning/photo-requests.ts'
import { decide } from '#domain/policy.ts'
import { db } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { paperDay } from '../settings/paper-day.ts'

const { sql } = Prisma

/** Narrowed to a section or a person, who writes, started or works on it. */
export type BoardFilter = { sectionId: string | null; userId: string | null }

type Ranked = { id: string; column: Column; total: number }

/** `revision`: the one that says the section and the bylines. Looked up story by story: few are on the board, and the paper has many revisions. */
function filtered({ sectionId, userId }: BoardFilter, revision: Prisma.Sql): Prisma.Sql {
  const section = sectionId === null ? sql`true` : sql`(SELECT r."sectionId" FROM "Revision" r WHERE r."id" = ${revision}) = ${sectionId}::uuid`
  const person = userId === null ? sql`true` : sql`(
    (s."createdById" = ${userId}::uuid AND NOT s."commissioned")
    OR EXISTS (SELECT 1 FROM "Assignment" a WHERE a."storyId" = s."id" AND a."userId" = ${userId}::uuid AND a."endedAt" IS NULL)
    OR EXISTS (SELECT 1 FROM "Byline" b WHERE b."revisionId" = ${revision} AND b."staffId" = (SELECT u."staffId" FROM "User" u WHERE u."id" = ${userId}::uuid)))`
  return sql`${section} AND ${person}`
}

/** The stories of the board, each column in its order and cut to what it shows: what is due next comes first. */
async function ranked(filter: BoardFilter, liveSince: Date): Promise<Ranked[]> {
  const [working, live] = [filtered(filter, sql`s."workingRevisionId"`), filtered(filter, sql`s."liveRevisionId"`)]
  return db().$queryRaw<Ranked[]>`
    SELECT "id", "column", "total" FROM (
      SELECT s."id", s."state"::text AS "column", count(*) OVER w::int AS "total",
        row_number() OVER (w ORDER BY COALESCE(CASE s."state" WHEN 'DRAFT' THEN LEAST(s."draftDue", s."editDue") WHEN 'EDITING' THEN s."editDue" END, s."plannedFor") NULLS LAST, s."stateSince", s."id") AS "place"
      FROM "Story" s WHERE s."kind" = 'STORY' AND s."state" IN ('DRAFT', 'EDITING', 'REVIEW', 'APPROVED') AND ${working}
      WINDOW w AS (PARTITION BY s."state")
      UNION ALL
      SELECT s."id", 'live', count(*) OVER ()::int, row_number() OVER (ORDER BY s."firstPublishedAt" DESC, s."id")
      FROM "Story" s WHERE s."kind" = 'STORY' AND s."firstPublishedAt" >= ${liveSince} AND s."liveRevisionId" IS NOT NULL AND ${live}
    ) ranked WHERE "place" <= ${MOST_CARDS} ORDER BY "column", "place"`
}

const NAME = { select: { staff: { select: { name: true } } } } as const
const CARD = {
  id: true, state: true, liveRevisionId: true, plannedFor: true, draftDue: true, editDue: true,
  workingRevision: { select: { headline: true, section: { select: { name: true } }, bylines: { orderBy: { position: 'asc' }, select: { name: true, staff: { select: { name: true } } } } } },
  assignments: { where: { endedAt: null, part: 'WRITER' }, select: { user: NAME } },
  photoRequests: { select: { due: true, state: true } },
} as const satisfies Prisma.StorySelect

function cardOf(story: Prisma.StoryGetPayload<{ select: typeof CARD }>, today: string): BoardCard {
  const photos = story.photoRequests.map(({ due, state }) => ({ due: toDay(due), state }))
  const dues = duesOf({ state: story.state, live: story.liveRevisionId !== null, draftDue: toDay(story.draftDue), editDue: toDay(story.editDue), photos }, today)
  const writers = story.assignments.map(({ user }) => user.staff.name)
  const signed = story.workingRevision?.bylines.map(({ name, staff }) => staff?.name ?? name ?? '') ?? []
  return {
    id: story.id,
    href: `/newsroom/stories/${story.id}`,
    title: story.workingRevision?.headline || 'Story without a headline',
    section: story.workingRevision?.section?.name ?? null,
    who: [...new Set([...writers, ...signed])],
    due: dues[0] ?? null,
    photos: photoWords(photos.map(({ state }) => state)),
    plannedFor: toDay(story.plannedFor),
  }
}

async function pitched({ sectionId, userId }: BoardFilter): Promise<BoardColumn> {
  const where = { state: 'OPEN' as const, ...(sectionId === null ? {} : { sectionId }), ...(userId === null ? {} : { createdById: userId }) }
  const [rows, total] = await Promise.all([
    db().pitch.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: MOST_CARDS, select: { id: true, title: true, section: { select: { name: true } }, createdBy: NAME, hopedFor: true, pictures: true } }),
    db().pitch.count({ where }),
  ])
  const cards = rows.map(({ id, title, section, createdBy, hopedFor, pictures }): BoardCard => ({
    id, href: `/newsroom/pitches/${id}`, title, section: section?.name ?? null, who: [createdBy.staff.name], due: null, photos: pictures === '' ? null : 'Pictures wanted', plannedFor: toDay(hopedFor),
  }))
  return { column: 'pitched', cards, total }
}

/** The board: pitches and stories on their way, in columns, and the day at school. */
export async function boardColumns(actor: Actor, filter: BoardFilter): Promise<{ columns: BoardColumn[]; today: string }> {
  const { today, timeZone } = await paperDay(new Date())
  if (!decide(actor.role, 'enterNewsroom').allowed) return { columns: [], today }
  const liveSince = instantOf(`${daysAfter(today, 1 - LIVE_DAYS)}T00:00:00`, timeZone) ?? new Date()
  const [pitches, places] = await Promise.all([pitched(filter), ranked(filter, liveSince)])
  const stories = await db().story.findMany({ where: { id: { in: places.map(({ id }) => id) } }, select: CARD })
  const byId = new Map(stories.map((story) => [story.id, cardOf(story, today)]))
  const columns = COLUMNS.map((column): BoardColumn => {
    if (column === 'pitched') return pitches
    const here = places.filter((place) => place.column === column)
    return { column, cards: here.flatMap(({ id }) => byId.get(id) ?? []), total: here[0]?.total ?? 0 }
  })
  return { columns, today }
}

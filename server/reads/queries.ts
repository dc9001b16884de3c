import 'server-only'
import { dayIn } from '#domain/day.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { daysBetween, filled, type DayCount } from '#domain/reads/plot.ts'
import { db } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'

export type FigureLine = { storyId: string; headline: string; path: string | null; week: number; month: number; whole: number }
/** `of`: the story that was asked for; null: all that this person sees. `counting` false: the paper does not count. */
export type Figures = { all: boolean; counting: boolean; of: { storyId: string; headline: string } | null; days: DayCount[]; lines: FigureLine[] }

const SHOWN_DAYS = 30
const SHOWN_LINES = 100
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Which stories somebody sees the figures of: all, or those whose live version they sign. */
function seenBy(actor: Actor): { all: boolean; where: Prisma.Sql } {
  const all = decide(actor.role, 'readAllFigures').allowed
  const own = Prisma.sql`EXISTS (SELECT 1 FROM "Byline" WHERE "Byline"."revisionId" = "Story"."liveRevisionId" AND "Byline"."staffId" = ${actor.staffId}::uuid)`
  return { all, where: all ? Prisma.sql`"Story"."kind" = 'STORY'` : own }
}

/** How often live stories were read: by day for the last 30 days, and by story, those first that were read most this week. */
export async function readingFigures(actor: Actor, { now, storyId }: { now: Date; storyId: string | null }): Promise<Figures | null> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return null
  const paper = await db().paper.findUnique({ where: { id: 1 }, select: { timeZone: true, countsReads: true } })
  const timeZone = paper?.timeZone ?? 'UTC'
  const { all, where } = seenBy(actor)
  const one = storyId !== null && UUID.test(storyId) ? Prisma.sql`AND "Story"."id" = ${storyId}::uuid` : Prisma.empty
  const since = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const counts = await db().$queryRaw<DayCount[]>`
    SELECT to_char("hour" AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') AS day, sum("count")::integer AS count FROM "StoryRead" JOIN "Story" ON "Story"."id" = "StoryRead"."storyId" AND "Story"."liveRevisionId" IS NOT NULL
     WHERE "hour" >= ${since(SHOWN_DAYS + 1)} AND ${where} ${one} GROUP BY 1`
  const lines = await db().$queryRaw<FigureLine[]>`
    SELECT "Story"."id" AS "storyId", "Revision"."headline", (SELECT '/' || "sectionSlug" || '/' || "slug" FROM "Address" WHERE "Address"."storyId" = "Story"."id" AND "current" LIMIT 1) AS path,
           coalesce(sum("count") FILTER (WHERE "hour" >= ${since(7)}), 0)::integer AS week, coalesce(sum("count") FILTER (WHERE "hour" >= ${since(SHOWN_DAYS)}), 0)::integer AS month, coalesce(sum("count"), 0)::integer AS whole
      FROM "Story" JOIN "Revision" ON "Revision"."id" = "Story"."liveRevisionId" LEFT JOIN "StoryRead" ON "StoryRead"."storyId" = "Story"."id"
     WHERE ${where} ${one} GROUP BY "Story"."id", "Revision"."headline" ORDER BY week DESC, month DESC, whole DESC, "Story"."id" DESC LIMIT ${SHOWN_LINES}`
  const asked = one === Prisma.empty ? undefined : lines[0]
  if (one !== Prisma.empty && asked === undefined) return null
  return {
    all, counting: paper?.countsReads ?? false, of: asked === undefined ? null : { storyId: asked.storyId, headline: asked.headline },
    days: filled(daysBetween(dayIn(since(SHOWN_DAYS - 1), timeZone), dayIn(now, timeZone)), counts), lines,
  }
}

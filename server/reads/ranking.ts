import 'server-only'
import { FEWEST_READS, MOST_READ_DAYS, MOST_READ_STORIES } from '#domain/reads/reading.ts'
import { db } from '../db.ts'
import { tags } from '../stories/cache.ts'

const KEY = Symbol.for('fourth-period.most-read')
type Holder = { [KEY]?: { shown: string; judgedAt: number; foldedAt: number } }
const holder = globalThis as Holder

const EVERY = 10 * 60_000
const FOLD_EVERY = 60 * 60_000
/** Hours are kept as hours for so long; of what is older, the day is enough. */
const HOURS_KEPT_DAYS = 40
/** How many days are made one at a time. */
const FOLD_AT_ONCE = 20_000

/** The live stories that were read most in the last days, most first; none where the paper does not count. */
export async function mostReadIds(now: Date): Promise<string[]> {
  const since = new Date(now.getTime() - MOST_READ_DAYS * 86_400_000)
  const rows = await db().$queryRaw<{ storyId: string }[]>`
    SELECT "StoryRead"."storyId" FROM "StoryRead" JOIN "Story" ON "Story"."id" = "StoryRead"."storyId" AND "Story"."liveRevisionId" IS NOT NULL AND "Story"."kind" = 'STORY'
     WHERE "hour" >= ${since} AND (SELECT "countsReads" FROM "Paper" WHERE "id" = 1)
     GROUP BY 1 HAVING sum("count") >= ${FEWEST_READS} ORDER BY sum("count") DESC, 1 DESC LIMIT ${MOST_READ_STORIES}`
  return rows.map(({ storyId }) => storyId)
}

/** The tag of the list where its order is another than the one that was last seen: asked every ten minutes, never for one person. */
export async function turnMostRead(now: Date): Promise<string[]> {
  const known = (holder[KEY] ??= { shown: '', judgedAt: 0, foldedAt: 0 })
  if (now.getTime() - known.judgedAt < EVERY && now.getTime() >= known.judgedAt) return []
  known.judgedAt = now.getTime()
  const shown = (await mostReadIds(now)).join(' ')
  if (shown === known.shown) return []
  known.shown = shown
  return [tags.mostRead()]
}

/** Makes one row of a story's hours on a day that is long past, at noon of the paper's clocks. Any number may run at once. */
export async function foldReads(now: Date): Promise<void> {
  const known = (holder[KEY] ??= { shown: '', judgedAt: 0, foldedAt: 0 })
  if (now.getTime() - known.foldedAt < FOLD_EVERY && now.getTime() >= known.foldedAt) return
  known.foldedAt = now.getTime()
  const before = new Date(now.getTime() - HOURS_KEPT_DAYS * 86_400_000)
  await db().$executeRaw`
    WITH paper AS (SELECT coalesce((SELECT "timeZone" FROM "Paper" WHERE "id" = 1), 'UTC') AS zone),
    past AS (
      SELECT "storyId", "hour", (date_trunc('day', "hour" AT TIME ZONE zone) + interval '12 hours') AT TIME ZONE zone AS noon
        FROM "StoryRead", paper WHERE "hour" < ${before} AND "hour" <> (date_trunc('day', "hour" AT TIME ZONE zone) + interval '12 hours') AT TIME ZONE zone
       ORDER BY "storyId", "hour" LIMIT ${FOLD_AT_ONCE} FOR UPDATE OF "StoryRead" SKIP LOCKED
    ),
    gone AS (DELETE FROM "StoryRead" USING past WHERE "StoryRead"."storyId" = past."storyId" AND "StoryRead"."hour" = past."hour" RETURNING "StoryRead"."storyId", past.noon, "StoryRead"."count")
    INSERT INTO "StoryRead" ("storyId", "hour", "count") SELECT "storyId", noon, sum("count")::integer FROM gone GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT ("storyId", "hour") DO UPDATE SET "count" = "StoryRead"."count" + EXCLUDED."count"`
}

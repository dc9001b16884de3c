import 'server-only'
import { pageOf, type Place } from '#domain/keyset.ts'
import type { StoryCardView } from '#domain/story-view.ts'
import { db } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { readCardsOf, type Shown } from './reader-views.ts'

/** Lists of live stories, newest first, page by page. Uncached: the doors are files called published.ts. */

const { sql } = Prisma

/** Of `s`: readers see it. As the partial indexes say it, so that the planner knows them by it. */
export const LIVE = sql`s."liveRevisionId" IS NOT NULL AND s."firstPublishedAt" IS NOT NULL`
export const NEWEST_FIRST = sql`ORDER BY s."firstPublishedAt" DESC, s."id" DESC`

export type StoryPage = { stories: StoryCardView[]; next: string | null; shown: Shown }
type Row = { id: string; at: Date }

/** What a query needs to answer a page: `until` narrows `s` to what came out up to its place, and at most `most` rows are of use. */
type Ask = { until: Prisma.Sql; most: number }

/** A page of a list, from a query that answers ids and moments, newest first. null: no page begins at this place. */
export async function storyPage(rowsOf: (ask: Ask) => Promise<Row[]>, from: Place | null, many: number): Promise<StoryPage | null> {
  const until = from === null ? sql`true` : sql`s."firstPublishedAt" <= ${new Date(from.at)}`
  const page = pageOf(await rowsOf({ until, most: (from?.skip ?? 0) + many + 1 }), from, many)
  if (page === null) return null
  const { cards, shown } = await readCardsOf(page.rows.map(({ id }) => id))
  return { stories: page.rows.flatMap(({ id }) => cards.get(id) ?? []), next: page.next, shown }
}

/** The live stories of some sections: along the index of each, so that a small section among 100,000 stories takes no longer than a large one. */
export const inSections = (ids: readonly string[]) => ({ until, most }: Ask): Promise<Row[]> =>
  db().$queryRaw<Row[]>`
    SELECT l."id", l."at" FROM unnest(${[...ids]}::uuid[]) AS w("id") CROSS JOIN LATERAL (
      SELECT s."id", s."firstPublishedAt" AS "at" FROM "Story" s WHERE s."liveSectionId" = w."id" AND ${LIVE} AND ${until} ${NEWEST_FIRST} LIMIT ${most}
    ) l ORDER BY l."at" DESC, l."id" DESC LIMIT ${most}`

/** The live stories with one of these tags: from the tag to what is live, since most tags stand on few stories. */
export const withTags = (ids: readonly string[]) => ({ until, most }: Ask): Promise<Row[]> =>
  db().$queryRaw<Row[]>`
    SELECT s."id", s."firstPublishedAt" AS "at" FROM "Story" s
    WHERE s."liveRevisionId" = ANY (ARRAY(SELECT t."revisionId" FROM "RevisionTag" t WHERE t."tagId" = ANY (${[...ids]}::uuid[]))) AND ${LIVE} AND ${until} ${NEWEST_FIRST} LIMIT ${most}`

/** The live stories that came out from one instant on and before another. */
export const between = (from: Date, before: Date) => ({ until, most }: Ask): Promise<Row[]> =>
  db().$queryRaw<Row[]>`
    SELECT s."id", s."firstPublishedAt" AS "at" FROM "Story" s WHERE ${LIVE} AND s."firstPublishedAt" >= ${from} AND s."firstPublishedAt" < ${before} AND ${until} ${NEWEST_FIRST} LIMIT ${most}`

import 'server-only'
import { MOST_IN_BLOCK, MOST_SECONDS } from '#domain/front-page/layout.ts'
import type { FrontStory } from '#domain/front-page/arrange.ts'
import { db, type Tx } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'

const { sql } = Prisma

/** A live story as it is arranged: under the headline and in the section that readers see. `publishedAt` is ISO 8601. */
export type LiveStory = FrontStory & { headline: string; section: string; publishedAt: string }
type Row = Omit<LiveStory, 'publishedAt'> & { publishedAt: Date }
type Reads = Pick<Tx, '$queryRaw'>

/** How many of the newest are looked at, whatever their section. */
const NEWEST = 50
/** A section that is full shows this many, and as many of it may stand above the sections. */
const OF_A_SECTION = MOST_IN_BLOCK + MOST_SECONDS + 1
/** What a search on the desk answers at most. */
const MOST_FOUND = 30

const NEWEST_FIRST = sql`ORDER BY s."firstPublishedAt" DESC NULLS LAST, s."id" DESC`

function rowsOf(client: Reads, wanted: Prisma.Sql): Promise<Row[]> {
  return client.$queryRaw<Row[]>`
    SELECT s."id", r."headline", r."sectionId", c."name" AS "section", s."firstPublishedAt" AS "publishedAt",
           EXISTS (SELECT 1 FROM "Placement" p WHERE p."revisionId" = r."id" AND p."role" = 'LEAD') AS "hasPicture"
      FROM (${wanted}) w JOIN "Story" s ON s."id" = w."id" JOIN "Revision" r ON r."id" = s."liveRevisionId" JOIN "Section" c ON c."id" = r."sectionId"
     WHERE s."firstPublishedAt" IS NOT NULL AND EXISTS (SELECT 1 FROM "Address" a WHERE a."storyId" = s."id" AND a."current")
     ${NEWEST_FIRST}`
}

const told = (rows: Row[]): LiveStory[] => rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }))

/**
 * The live stories that the front page is arranged from, newest first: the newest of the paper and of each section, and those of `named`
 * that are live, however old they are.
 */
export async function liveStories(named: readonly string[], client: Reads = db()): Promise<LiveStory[]> {
  return told(
    await rowsOf(
      client,
      sql`(SELECT s."id" FROM "Story" s WHERE s."liveRevisionId" IS NOT NULL ${NEWEST_FIRST} LIMIT ${NEWEST})
          UNION
          SELECT l."id" FROM "Section" n CROSS JOIN LATERAL (
            SELECT s."id" FROM "Story" s JOIN "Revision" v ON v."id" = s."liveRevisionId" WHERE v."sectionId" = n."id" ${NEWEST_FIRST} LIMIT ${OF_A_SECTION}) l
          UNION
          SELECT s."id" FROM "Story" s WHERE s."id" = ANY(${[...named]}::uuid[]) AND s."liveRevisionId" IS NOT NULL`,
    ),
  )
}

/** Live stories with these words in their headline, newest first. */
export async function findLiveStories(words: string, client: Reads = db()): Promise<LiveStory[]> {
  const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return told(await rowsOf(client, sql`SELECT s."id" FROM "Story" s JOIN "Revision" v ON v."id" = s."liveRevisionId" WHERE v."headline" ILIKE ${pattern} ${NEWEST_FIRST} LIMIT ${MOST_FOUND}`))
}

/** The sections in the paper's order. */
export function frontSections(client: Pick<Tx, 'section'> = db()): Promise<{ id: string; slug: string; name: string }[]> {
  return client.section.findMany({ orderBy: { position: 'asc' }, select: { id: true, slug: true, name: true } })
}

import 'server-only'
import { MOST_IN_BLOCK, MOST_SECONDS } from '#domain/front-page/layout.ts'
import type { FrontStory } from '#domain/front-page/arrange.ts'
import { db, type Tx } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { joinShown } from '../sections/shown.ts'

const { sql } = Prisma

/** A live story as it is arranged: under the headline and in the section that readers see, `sectionId` being the one whose part that is, if it is one. `publishedAt` is ISO 8601. */
export type LiveStory = FrontStory & { headline: string; section: string; publishedAt: string }
type Row = Omit<LiveStory, 'publishedAt'> & { publishedAt: Date }
type Reads = Pick<Tx, '$queryRaw'>

/** A section from which nothing is among so many newest stories has nothing new to show: its older ones stand on the front if somebody puts them there. */
const LOOKED_THROUGH = 1_000
/** How many of the newest are taken, whatever their section. */
const NEWEST = 50
/** A section that is full shows this many, and as many of it may stand above the sections. */
const OF_A_SECTION = MOST_IN_BLOCK + MOST_SECONDS + 1
/** What a search on the desk answers at most. */
const MOST_FOUND = 30

// As the index has them: a story that is live has been published.
const NEWEST_FIRST = sql`ORDER BY s."firstPublishedAt" DESC, s."id" DESC`
const LIVE = sql`s."kind" = 'STORY' AND s."liveRevisionId" IS NOT NULL AND s."firstPublishedAt" IS NOT NULL`

function rowsOf(client: Reads, wanted: Prisma.Sql): Promise<Row[]> {
  return client.$queryRaw<Row[]>`
    SELECT s."id", r."headline", coalesce(c."parentId", c."id") AS "sectionId", c."name" AS "section", s."firstPublishedAt" AS "publishedAt",
           EXISTS (SELECT 1 FROM "Placement" p WHERE p."revisionId" = r."id" AND p."role" = 'LEAD') AS "hasPicture"
      FROM (${wanted}) w JOIN "Story" s ON s."id" = w."id" JOIN "Revision" r ON r."id" = s."liveRevisionId" ${joinShown(sql`r."sectionId"`)}
     WHERE ${LIVE} AND EXISTS (SELECT 1 FROM "Address" a WHERE a."storyId" = s."id" AND a."current")
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
      sql`SELECT x."id" FROM (
            SELECT t."id", row_number() OVER (ORDER BY t."firstPublishedAt" DESC, t."id" DESC) AS "ofAll",
                   row_number() OVER (PARTITION BY coalesce(c."parentId", c."id") ORDER BY t."firstPublishedAt" DESC, t."id" DESC) AS "ofSection"
              FROM (SELECT s."id", s."liveSectionId", s."firstPublishedAt" FROM "Story" s WHERE ${LIVE} ${NEWEST_FIRST} LIMIT ${LOOKED_THROUGH}) t
              ${joinShown(sql`t."liveSectionId"`)}) x
           WHERE x."ofAll" <= ${NEWEST} OR x."ofSection" <= ${OF_A_SECTION}
          UNION
          SELECT s."id" FROM "Story" s WHERE s."id" = ANY(${[...named]}::uuid[]) AND ${LIVE}`,
    ),
  )
}

/** Live stories with these words in their headline, newest first. */
export async function findLiveStories(words: string, client: Reads = db()): Promise<LiveStory[]> {
  const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return told(await rowsOf(client, sql`SELECT s."id" FROM "Story" s JOIN "Revision" v ON v."id" = s."liveRevisionId" WHERE ${LIVE} AND v."headline" ILIKE ${pattern} ${NEWEST_FIRST} LIMIT ${MOST_FOUND}`))
}

/** The open sections in the paper's order; what is in a part of one stands in it. */
export function frontSections(client: Pick<Tx, 'section'> = db()): Promise<{ id: string; slug: string; name: string }[]> {
  return client.section.findMany({ where: { closedAt: null, parentId: null }, orderBy: [{ position: 'asc' }, { id: 'asc' }], select: { id: true, slug: true, name: true } })
}

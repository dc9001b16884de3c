import 'server-only'
import { daysAfter } from '#domain/day.ts'
import { LIBRARY_PAGE, type LibraryQuery } from '#domain/media-library.ts'
import { EXPIRES_SOON_DAYS, RIGHTS, RIGHTS_NEEDS } from '#domain/media.ts'
import { schoolYearDays } from '#domain/school-year.ts'
import { db } from '../../db.ts'
import { Prisma } from '../../generated/prisma/client.ts'

/** Days are days of the paper: its time zone, and the day that it is there. */
export type PaperDay = { timeZone: string; today: string }

const { sql } = Prisma
const CURSOR = /^([1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Where every picture stands now: in working copies, and in what readers see. */
const PLACED = sql`
  SELECT p."assetId", s."id" AS "storyId", p."revisionId" = s."liveRevisionId" AS "live", p."caption", p."alt", p."credit"
  FROM "Story" s JOIN "Placement" p ON p."revisionId" IN (s."workingRevisionId", s."liveRevisionId")`

/** All words of a picture that a search looks through. */
const OWN_WORDS = sql`a."caption" || ' ' || a."alt" || ' ' || a."credit" || ' ' || a."makerName" || ' ' || a."rightsHolder" || ' ' || a."fileName" || ' ' || a."people" || ' ' || a."place"`
const PLACED_WORDS = sql`p."caption" || ' ' || p."alt" || ' ' || p."credit"`

/** Rights that can run out. */
const EXPIRING_RIGHTS = RIGHTS.filter((right) => RIGHTS_NEEDS[right].expires)
const canExpire = sql`a."rights"::text IN (${Prisma.join(EXPIRING_RIGHTS)})`

function hasWord(word: string): Prisma.Sql {
  const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(${OWN_WORDS} ILIKE ${like} OR a."id" IN (SELECT p."assetId" FROM placed p WHERE ${PLACED_WORDS} ILIKE ${like}))`
}

const USES = {
  unused: sql`a."id" NOT IN (SELECT p."assetId" FROM placed p)`,
  used: sql`a."id" IN (SELECT p."assetId" FROM placed p)`,
  live: sql`a."id" IN (SELECT p."assetId" FROM placed p WHERE p."live")`,
} as const

const MISSING = {
  caption: sql`(a."caption" = '' OR a."id" IN (SELECT p."assetId" FROM placed p WHERE p."caption" = ''))`,
  alt: sql`(a."alt" = '' OR a."id" IN (SELECT p."assetId" FROM placed p WHERE p."alt" = ''))`,
  credit: sql`(a."credit" = '' OR a."id" IN (SELECT p."assetId" FROM placed p WHERE p."credit" = ''))`,
} as const

function attention(kind: NonNullable<LibraryQuery['attention']>, { today }: PaperDay): Prisma.Sql {
  switch (kind) {
    case 'expiring':
      return sql`${canExpire} AND a."expiresOn" BETWEEN ${today}::date AND ${daysAfter(today, EXPIRES_SOON_DAYS)}::date`
    case 'expired':
      return sql`${canExpire} AND a."expiresOn" < ${today}::date`
    case 'duplicates':
      return sql`(a."looksLikeId" IS NOT NULL OR a."id" IN (SELECT b."looksLikeId" FROM "MediaAsset" b WHERE b."looksLikeId" IS NOT NULL))`
    case 'failed':
      return sql`a."status" = 'FAILED'`
  }
}

function conditions(query: LibraryQuery, day: PaperDay): Prisma.Sql[] {
  const all: Prisma.Sql[] = query.q.normalize('NFC').split(/\s+/).filter((word) => word !== '').slice(0, 10).map(hasWord)
  if (query.rights !== null) all.push(sql`a."rights"::text = ${query.rights}`)
  if (query.use !== null) all.push(USES[query.use])
  if (query.missing !== null) all.push(MISSING[query.missing])
  if (query.attention !== null) all.push(attention(query.attention, day))
  if (query.storyId !== null) all.push(sql`a."id" IN (SELECT p."assetId" FROM placed p WHERE p."storyId" = ${query.storyId}::uuid)`)
  if (query.uploaderId !== null) all.push(sql`a."uploadedById" = ${query.uploaderId}::uuid`)
  if (query.year !== null) {
    const { from, before } = schoolYearDays(query.year)
    all.push(sql`a."createdAt" >= ${from}::timestamp AT TIME ZONE ${day.timeZone} AND a."createdAt" < ${before}::timestamp AT TIME ZONE ${day.timeZone}`)
  }
  return all
}

/** The ids of one page of a question, newest first, where the next page begins, and how many there are in all. */
export async function searchLibrary(query: LibraryQuery, day: PaperDay): Promise<{ ids: string[]; next: string | null; total: number }> {
  const where = Prisma.join([sql`true`, ...conditions(query, day)], ' AND ')
  const [, at, id] = CURSOR.exec(query.cursor ?? '') ?? []
  const from = Date.parse(at ?? '')
  const after = Number.isNaN(from) || id === undefined ? sql`true` : sql`(m."createdAt", m."id") < (${new Date(from).toISOString()}::timestamptz, ${id}::uuid)`
  // One question, so that the page and the number are of the same moment.
  const rows = await db().$queryRaw<{ id: string | null; createdAt: Date | null; total: bigint }[]>`
    WITH placed AS (${PLACED}), matching AS (SELECT a."id", a."createdAt" FROM "MediaAsset" a WHERE ${where})
    SELECT page."id", page."createdAt", counted."total"
    FROM (SELECT count(*) AS "total" FROM matching) counted
    LEFT JOIN (SELECT m.* FROM matching m WHERE ${after} ORDER BY m."createdAt" DESC, m."id" DESC LIMIT ${LIBRARY_PAGE + 1}) page ON true
    ORDER BY page."createdAt" DESC, page."id" DESC`
  const found = rows.flatMap((row) => (row.id === null || row.createdAt === null ? [] : [{ id: row.id, createdAt: row.createdAt }]))
  const page = found.slice(0, LIBRARY_PAGE)
  const last = page.at(-1)
  return {
    ids: page.map((row) => row.id),
    next: found.length > LIBRARY_PAGE && last !== undefined ? `${last.createdAt.toISOString()}_${last.id}` : null,
    total: Number(rows[0]?.total ?? 0),
  }
}

/** How many pictures the warnings of the library would show. */
export async function countAttention(day: PaperDay): Promise<{ unknownRights: number; missingAlt: number; missingCaption: number; expiring: number; expired: number; failed: number }> {
  const rows = await db().$queryRaw<Record<'unknownRights' | 'missingAlt' | 'missingCaption' | 'expiring' | 'expired' | 'failed', bigint>[]>`
    WITH placed AS (${PLACED})
    SELECT count(*) FILTER (WHERE a."rights" = 'UNKNOWN') AS "unknownRights",
      count(*) FILTER (WHERE ${MISSING.alt}) AS "missingAlt",
      count(*) FILTER (WHERE ${MISSING.caption}) AS "missingCaption",
      count(*) FILTER (WHERE ${attention('expiring', day)}) AS "expiring",
      count(*) FILTER (WHERE ${attention('expired', day)}) AS "expired",
      count(*) FILTER (WHERE a."status" = 'FAILED') AS "failed"
    FROM "MediaAsset" a`
  const [row] = rows
  const number = (name: keyof NonNullable<typeof row>) => Number(row?.[name] ?? 0)
  return {
    unknownRights: number('unknownRights'), missingAlt: number('missingAlt'), missingCaption: number('missingCaption'),
    expiring: number('expiring'), expired: number('expired'), failed: number('failed'),
  }
}

import 'server-only'
import type { EventText } from '#domain/audit/canonical.ts'
import { kindsAsked, spanOf, THE_PAPER, type AuditFilter } from '#domain/audit/filter.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { db } from '../db.ts'
import { EVENT_TEXT, GENESIS, inHex, linkHash, sameBytes } from './chain.ts'

/** One event as it stands in the chain. `intact`: it says what its hash was made of, and follows on the event before it. */
export type ChainedEvent = EventText & { seq: string; hash: string; intact: boolean }

type Row = EventText & { seq: string; previous: Uint8Array; hash: Uint8Array; before: Uint8Array | null }

function toEvent({ previous, hash, before, ...event }: Row): ChainedEvent {
  const follows = sameBytes(previous, before ?? GENESIS) && (before !== null || event.seq === '1')
  return { ...event, hash: inHex(hash), intact: follows && sameBytes(linkHash(previous, event), hash) }
}

function ofKinds(filter: AuditFilter): Prisma.Sql[] {
  const asked = kindsAsked(filter)
  if (asked === null) return []
  return 'name' in asked ? [Prisma.sql`e."kind" = ${asked.name}`] : [Prisma.sql`starts_with(e."kind", ${asked.beginning})`]
}

function conditions(filter: AuditFilter, timeZone: string): Prisma.Sql {
  const { from, before } = spanOf(filter, timeZone)
  const all = [
    Prisma.sql`TRUE`,
    ...(filter.who === null ? [] : [filter.who === THE_PAPER ? Prisma.sql`e."actorId" IS NULL` : Prisma.sql`e."actorId" = ${filter.who}::uuid`]),
    ...(filter.story === null ? [] : [Prisma.sql`e."storyId" = ${filter.story}::uuid`]),
    ...(filter.headline === ''
      ? []
      : [Prisma.sql`e."storyId" IN (SELECT s."id" FROM "Story" s JOIN "Revision" r ON r."id" = s."workingRevisionId" WHERE strpos(lower(r."headline"), lower(${filter.headline})) > 0)`]),
    ...ofKinds(filter),
    ...(from === null ? [] : [Prisma.sql`e."at" >= ${from}`]),
    ...(before === null ? [] : [Prisma.sql`e."at" < ${before}`]),
    ...(filter.before === null ? [] : [Prisma.sql`l."seq" < ${filter.before}::bigint`]),
  ]
  return Prisma.join(all, ' AND ')
}

/** The newest events of the chain that fit the filter, at most `take` of them. Decides nothing: who may read them is asked before. */
export async function chainedEvents(filter: AuditFilter, timeZone: string, take: number): Promise<ChainedEvent[]> {
  // What is shown is worked out for the chosen few alone.
  const rows = await db().$queryRaw<Row[]>`
    WITH chosen AS MATERIALIZED (
      SELECT l."seq" FROM "AuditLink" l JOIN "AuditEvent" e ON e."id" = l."eventId"
       WHERE ${conditions(filter, timeZone)} ORDER BY l."seq" DESC LIMIT ${take}
    )
    SELECT l."seq"::text AS "seq", l."previous", l."hash", b."hash" AS "before", ${EVENT_TEXT}
      FROM chosen c JOIN "AuditLink" l ON l."seq" = c."seq" JOIN "AuditEvent" e ON e."id" = l."eventId" LEFT JOIN "AuditLink" b ON b."seq" = l."seq" - 1
     ORDER BY l."seq" DESC`
  return rows.map(toEvent)
}

import 'server-only'
import { createHash } from 'node:crypto'
import { canonicalText, type EventText } from '#domain/audit/canonical.ts'
import { Prisma } from '../generated/prisma/client.ts'

/** What stands before the first event. */
export const GENESIS: Uint8Array = new Uint8Array(32)

/** The columns of an event `e` as domain/audit/canonical.ts wants them, for a SELECT. */
export const EVENT_TEXT = Prisma.sql`e."id"::text AS "id", to_char(e."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "at", e."actorId"::text AS "actorId", e."kind",
  e."storyId"::text AS "storyId", e."revisionId"::text AS "revisionId", e."subjectId", e."data"::text AS "data"`

/** The hash of an event behind the one whose hash is `previous`: 32 bytes. */
export function linkHash(previous: Uint8Array, event: EventText): Uint8Array {
  return createHash('sha256').update(previous).update(canonicalText(event), 'utf8').digest()
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
export const inHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

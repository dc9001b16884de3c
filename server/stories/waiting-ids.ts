import 'server-only'
import type { Actor } from '#domain/people.ts'
import { grantOf } from '#domain/policy.ts'
import { moveRow, type Move } from '#domain/workflow.ts'
import { db } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'

const { sql } = Prisma

/** More than anybody works through; the rest follows as these are done. */
const MOST = 500

/**
 * The stories that could wait for this person, those that stand still longest first: in a state from which their role makes one of these
 * moves, their own drafts, and asks for a withdrawal. Which of them do wait, and for what, the policy says of each. Asked of the
 * database in parts that each have an index: a paper has many thousand stories, and few of them wait.
 */
export async function waitingIds(actor: Actor, moves: readonly Move[]): Promise<string[]> {
  const states = moves.filter((move) => grantOf(actor.role, move) !== 'no').flatMap((move) => moveRow(move).from)
  const asks = grantOf(actor.role, 'withdraw') === 'no' ? sql`` : sql`
    UNION SELECT s."id", s."stateSince" FROM "Story" s WHERE s."withdrawalAskedById" IS NOT NULL AND s."liveRevisionId" IS NOT NULL`
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT "id" FROM (
      SELECT s."id", s."stateSince" FROM "Story" s WHERE s."state" = ANY (${states}::"StoryState"[])
      UNION SELECT s."id", s."stateSince" FROM "Story" s WHERE s."state" = 'DRAFT' AND ${isOwn(actor)}
      ${asks}
    ) waiting ORDER BY "stateSince", "id" LIMIT ${MOST}`
  return rows.map(({ id }) => id)
}

/** Started by them, theirs to write, or signed by them, as staff or with their name typed by hand (lock.ts decides exactly). */
function isOwn({ userId, staffId, name }: Actor): Prisma.Sql {
  return sql`(
    s."createdById" = ${userId}::uuid
    OR s."ownerId" = ${userId}::uuid
    OR EXISTS (SELECT 1 FROM "Assignment" a WHERE a."storyId" = s."id" AND a."userId" = ${userId}::uuid AND a."part" = 'WRITER' AND a."endedAt" IS NULL)
    OR EXISTS (SELECT 1 FROM "Byline" b WHERE b."revisionId" IN (s."workingRevisionId", s."liveRevisionId")
      AND (b."staffId" = ${staffId}::uuid OR (b."staffId" IS NULL AND lower(btrim(normalize(b."name", NFKC))) = ${name.normalize('NFKC').trim().toLowerCase()}))))`
}

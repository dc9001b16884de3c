import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { db } from '../db.ts'

/** How many tags are listed at most. */
export const MOST_TAGS = 300

/** A tag as the newsroom keeps it. `stories`: how many readers see with it; `former`: addresses that lead to it. */
export type TagLine = { id: string; slug: string; name: string; stories: number; former: string[] }

/** The tags, or those with these letters in their name, by name; none for whoever may not keep them. */
export async function tagLines(actor: Actor, words = ''): Promise<TagLine[]> {
  if (!decide(actor.role, 'keepTags').allowed) return []
  const pattern = `%${words.trim().slice(0, 40).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return db().$queryRaw<TagLine[]>`
    SELECT t."id", t."slug", t."name", (
             SELECT count(DISTINCT s."id")::int FROM "RevisionTag" r JOIN "Story" s ON s."liveRevisionId" = r."revisionId"
             WHERE r."tagId" = t."id" OR r."tagId" IN (SELECT m."id" FROM "Tag" m WHERE m."mergedIntoId" = t."id")
           ) AS "stories",
           ARRAY(SELECT m."slug" FROM "Tag" m WHERE m."mergedIntoId" = t."id" ORDER BY m."slug") AS "former"
    FROM "Tag" t WHERE t."mergedIntoId" IS NULL AND t."name" ILIKE ${pattern} ORDER BY lower(t."name"), t."id" LIMIT ${MOST_TAGS + 1}`
}

import 'server-only'
import { db, inTransaction } from '../db.ts'
import { log, reasonOf } from '../log.ts'
import { indexLive } from './write.ts'

/** So many are indexed in one transaction, and in one tick; the next goes on. */
const AT_ONCE = 100
const A_TICK = 500
/** Once nothing is missing, it is looked for again after so long. */
const REST_MS = 10 * 60_000

const rest: { until: number; failed: Set<string> } = { until: 0, failed: new Set() }

/** The oldest first: what came out together is ranked together, and so lies together. */
async function missing(): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "Story" s LEFT JOIN "SearchDocument" d ON d."storyId" = s."id"
    WHERE s."kind" = 'STORY' AND s."liveRevisionId" IS NOT NULL AND s."firstPublishedAt" IS NOT NULL AND d."storyId" IS NULL AND s."id" <> ALL (${[...rest.failed]}::uuid[])
    ORDER BY s."firstPublishedAt" LIMIT ${A_TICK}`
  return rows.map(({ id }) => id)
}

/** Indexes some stories. Locks them first, so that none is withdrawn between reading and writing. */
function indexSome(ids: readonly string[]): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM (SELECT "id" FROM "Story" WHERE "id" = ANY (${[...ids]}::uuid[]) ORDER BY "id" FOR SHARE) AS locked`
    await indexLive(tx, ids)
  })
}

/** One that cannot be indexed keeps none of the others from it. */
async function indexEach(ids: readonly string[]): Promise<number> {
  let done = 0
  for (const id of ids) {
    try {
      await indexSome([id])
      done += 1
    } catch (error) {
      rest.failed.add(id)
      log.error({ storyId: id, reason: reasonOf(error) }, 'search: this story could not be indexed')
    }
  }
  return done
}

/**
 * Indexes live stories that nobody could find: after an upgrade, or where something changed the database past the paper. Answers how many; may run
 * any number of times. Documents of anything but the live revision there are none: the database takes them away by itself.
 */
export async function fillSearch(now: Date): Promise<number> {
  if (now.getTime() < rest.until) return 0
  const ids = await missing()
  let done = 0
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    done += await indexSome(some).then(() => some.length, () => indexEach(some))
  }
  if (ids.length < A_TICK) rest.until = now.getTime() + REST_MS
  if (done > 0) log.info({ stories: done }, 'search: indexed')
  return done
}

/** Lets the next call look at once. */
export function lookAgain(): void {
  rest.until = 0
  rest.failed.clear()
}

import 'server-only'
import { db, inTransaction } from '../db.ts'
import { log, reasonOf } from '../log.ts'
import { indexIssue } from './write-sheets.ts'
import { indexLive } from './write.ts'

/** So many are indexed in one transaction, and in one tick; the next goes on. */
const AT_ONCE = 100
const A_TICK = 500
/** Once nothing is missing, it is looked for again after so long. */
const REST_MS = 10 * 60_000

const rest: { until: number; failed: Set<string> } = { until: 0, failed: new Set() }

/** Stories; the oldest first: what came out together is ranked together, and so lies together. */
async function missing(): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "Story" s LEFT JOIN "SearchDocument" d ON d."storyId" = s."id"
    WHERE s."kind" = 'STORY' AND s."liveRevisionId" IS NOT NULL AND s."firstPublishedAt" IS NOT NULL AND d."storyId" IS NULL AND s."id" <> ALL (${[...rest.failed]}::uuid[])
    ORDER BY s."firstPublishedAt" LIMIT ${A_TICK}`
  return rows.map(({ id }) => id)
}

/** The pages of the paper of which nobody could find anything. */
async function missingPages(): Promise<string[]> {
  const rows = await db().story.findMany({ where: { kind: 'PAGE', liveRevisionId: { not: null }, firstPublishedAt: { not: null }, searchSheet: { is: null }, id: { notIn: [...rest.failed] } }, orderBy: { id: 'asc' }, take: AT_ONCE, select: { id: true } })
  return rows.map(({ id }) => id)
}

/** The printed issues of which a page could not be found. */
async function missingIssues(): Promise<string[]> {
  const rows = await db().printIssue.findMany({ where: { publishedAt: { not: null }, withdrawnAt: null, pages: { some: { searchSheet: { is: null } } }, id: { notIn: [...rest.failed] } }, orderBy: { date: 'asc' }, take: AT_ONCE, select: { id: true } })
  return rows.map(({ id }) => id)
}

/** Indexes some stories and pages. Locks them first, so that none is withdrawn between reading and writing. */
function indexSome(ids: readonly string[]): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM (SELECT "id" FROM "Story" WHERE "id" = ANY (${[...ids]}::uuid[]) ORDER BY "id" FOR SHARE) AS locked`
    await indexLive(tx, ids)
  })
}

/** One that cannot be indexed keeps none of the others from it. */
async function indexEach(ids: readonly string[], index: (id: string) => Promise<void>): Promise<number> {
  let done = 0
  for (const id of ids) {
    try {
      await index(id)
      done += 1
    } catch (error) {
      rest.failed.add(id)
      log.error({ id, reason: reasonOf(error) }, 'search: this could not be indexed')
    }
  }
  return done
}

/** The pages of one issue. The database locks it, so that it is not withdrawn meanwhile. */
const indexOne = (issueId: string) => inTransaction((tx) => indexIssue(tx, issueId))

/**
 * Indexes live stories, pages and printed issues that nobody could find: after an upgrade, or where something changed the database past the paper. Answers how many; may run
 * any number of times. Documents of anything but the live revision there are none: the database takes them away by itself.
 */
export async function fillSearch(now: Date): Promise<number> {
  if (now.getTime() < rest.until) return 0
  const ids = await missing()
  let done = 0
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    done += await indexSome(some).then(() => some.length, () => indexEach(some, (id) => indexSome([id])))
  }
  const [pages, issues] = [await missingPages(), await missingIssues()]
  done += await indexEach(pages, (id) => indexSome([id]))
  done += await indexEach(issues, indexOne)
  if (ids.length < A_TICK && pages.length < AT_ONCE && issues.length < AT_ONCE) rest.until = now.getTime() + REST_MS
  if (done > 0) log.info({ done }, 'search: indexed')
  return done
}

/** Lets the next call look at once. */
export function lookAgain(): void {
  rest.until = 0
  rest.failed.clear()
}

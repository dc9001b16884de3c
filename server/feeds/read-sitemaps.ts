import 'server-only'
import { MAX_NEWS_URLS, MAX_SITEMAP_URLS, PAGES_FILE, partsOf, sitemapFile, type NewsEntry, type SitemapEntry, type SitemapPart } from '#domain/feeds/sitemaps.ts'
import { db } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { readTeamSlugs } from '../sports/read.ts'
import { pathOf } from '../stories/live.ts'
import { publicHandles } from '../staff/public-handles.ts'
import { livePages } from '../stories/live-pages.ts'

/** What search engines may list: live stories that nobody asked to hide from them. Uncached: published.ts is the door, this is the room behind it. */

const FINDABLE = Prisma.sql`s."kind" = 'STORY' AND s."liveRevisionId" IS NOT NULL AND s."hiddenFromSearchAt" IS NULL`

/** All sitemaps, the newest months last, each with when something in it last changed as far as that shows in its stories. */
export async function readSitemapFiles(): Promise<{ file: string; changed: string | null }[]> {
  const [months, notes] = await Promise.all([
    db().$queryRaw<{ month: string; stories: number; changed: Date }[]>`
      SELECT to_char(m.month, 'YYYY-MM') AS month, m.stories, m.changed FROM (
        SELECT date_trunc('month', s."firstPublishedAt" AT TIME ZONE 'UTC') AS month, count(*)::int AS stories, max(s."lastPublishedAt") AS changed
        FROM "Story" s WHERE ${FINDABLE} AND s."firstPublishedAt" IS NOT NULL GROUP BY 1
      ) m ORDER BY m.month`,
    db().$queryRaw<{ month: string; changed: Date }[]>`
      SELECT to_char(date_trunc('month', s."firstPublishedAt" AT TIME ZONE 'UTC'), 'YYYY-MM') AS month, max(c."publishedAt") AS changed
      FROM "Correction" c JOIN "Story" s ON s."id" = c."storyId" WHERE ${FINDABLE} AND c."publishedAt" IS NOT NULL GROUP BY 1`,
  ])
  const noted = new Map(notes.map(({ month, changed }) => [month, changed]))
  const files = months.flatMap(({ month, stories, changed }) => {
    const note = noted.get(month)
    const last = note !== undefined && note > changed ? note : changed
    return partsOf(month, stories).map((part) => ({ file: sitemapFile(part), changed: last.toISOString() }))
  })
  return [{ file: PAGES_FILE, changed: null }, ...files]
}

/** The stories of one part of a month, in the order in which they came out; none = there is no such part. */
export async function readSitemap({ month, part }: SitemapPart): Promise<SitemapEntry[]> {
  const from = new Date(`${month}-01T00:00:00Z`)
  const before = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1))
  const rows = await db().$queryRaw<{ sectionSlug: string; slug: string; changed: Date }[]>`
    SELECT a."sectionSlug", a."slug", greatest(s."lastPublishedAt", (SELECT max(c."publishedAt") FROM "Correction" c WHERE c."storyId" = s."id")) AS changed
    FROM (
      SELECT s."id", s."firstPublishedAt", s."lastPublishedAt" FROM "Story" s
      WHERE ${FINDABLE} AND s."firstPublishedAt" >= ${from} AND s."firstPublishedAt" < ${before}
      ORDER BY s."firstPublishedAt", s."id" LIMIT ${MAX_SITEMAP_URLS} OFFSET ${(part - 1) * MAX_SITEMAP_URLS}
    ) s JOIN "Address" a ON a."storyId" = s."id" AND a."current"
    ORDER BY s."firstPublishedAt", s."id"`
  return rows.map(({ changed, ...address }) => ({ path: pathOf(address), changed: changed.toISOString() }))
}

/** A tag on fewer stories is no page to find the paper by. */
const FEWEST_OF_TAG = 3
const MOST_TAGS = 1_000

/** The tags on most of the stories that may be listed, by the address that they have now. */
async function readTagSlugs(): Promise<string[]> {
  const rows = await db().$queryRaw<{ slug: string }[]>`
    SELECT n."slug" FROM "Story" s JOIN "RevisionTag" r ON r."revisionId" = s."liveRevisionId" JOIN "Tag" t ON t."id" = r."tagId" JOIN "Tag" n ON n."id" = coalesce(t."mergedIntoId", t."id")
    WHERE ${FINDABLE} AND s."firstPublishedAt" IS NOT NULL GROUP BY n."id" HAVING count(DISTINCT s."id") >= ${FEWEST_OF_TAG} ORDER BY count(DISTINCT s."id") DESC, n."slug" LIMIT ${MOST_TAGS}`
  return rows.map(({ slug }) => slug).toSorted()
}

/** The pages that are no stories: front page, sections, tags that stand on several stories, series, the archive, mastheads, people, and those that tell of the paper. */
export async function readPages(): Promise<SitemapEntry[]> {
  const [sections, topics, teams, years, series, issues, handles, pages] = await Promise.all([
    db().section.findMany({ where: { closedAt: null }, orderBy: [{ position: 'asc' }, { id: 'asc' }], select: { slug: true } }),
    readTagSlugs(),
    readTeamSlugs(),
    db().membership.findMany({ distinct: ['schoolYear'], orderBy: { schoolYear: 'desc' }, select: { schoolYear: true } }),
    db().series.findMany({ where: { parts: { some: { story: { is: { liveRevisionId: { not: null } } } } } }, orderBy: { id: 'asc' }, select: { slug: true } }),
    db().printIssue.findMany({ where: { publishedAt: { not: null }, withdrawnAt: null }, orderBy: { id: 'asc' }, select: { slug: true } }),
    publicHandles(),
    livePages(),
  ])
  const printed = issues.length === 0 ? [] : ['/issues', ...issues.flatMap(({ slug }) => (slug === null ? [] : [`/issues/${slug}`]))]
  const paths = ['/', ...sections.map(({ slug }) => `/${slug}`), ...topics.map((slug) => `/tag/${slug}`), ...series.map(({ slug }) => `/series/${slug}`), '/archive', '/staff', ...years.map(({ schoolYear }) => `/staff/${schoolYear}`), ...handles.map((handle) => `/staff/${handle}`), '/how-we-edit', '/corrections', ...printed, ...(teams.length === 0 ? [] : ['/scores']), ...teams.map((slug) => `/scores/${slug}`)]
  const own = pages.flatMap(({ path, changed, findable }) => (findable ? [{ path, changed }] : []))
  return [...paths.map((path) => ({ path, changed: null })), ...own]
}

/** The stories that came out after an instant, newest first. */
export async function readNews(after: Date): Promise<NewsEntry[]> {
  const rows = await db().story.findMany({
    where: { kind: 'STORY', liveRevisionId: { not: null }, hiddenFromSearchAt: null, firstPublishedAt: { gt: after } },
    orderBy: [{ firstPublishedAt: 'desc' }, { id: 'desc' }],
    take: MAX_NEWS_URLS,
    select: { firstPublishedAt: true, addresses: { where: { current: true }, take: 1, select: { sectionSlug: true, slug: true } }, liveRevision: { select: { headline: true } } },
  })
  return rows.flatMap(({ firstPublishedAt, addresses: [address], liveRevision }) =>
    firstPublishedAt === null || address === undefined || liveRevision === null ? [] : [{ path: pathOf(address), headline: liveRevision.headline, published: firstPublishedAt.toISOString() }],
  )
}

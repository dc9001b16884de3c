import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { connection } from 'next/server'
import { isAuthorSlug, type FeedFormat, type FeedOf } from '#domain/feeds/addresses.ts'
import { NEWS_FOR_MS, newsSitemap, PAGES_FILE, sitemap, sitemapIndex, sitemapPart, type NewsEntry } from '#domain/feeds/sitemaps.ts'
import { WRITE_FEED } from '#domain/feeds/write-feed.ts'
import { isSlug } from '#domain/slug.ts'
import { timeNow } from '../clock.ts'
import { publishedPaper } from '../settings/published.ts'
import { tags } from '../stories/cache.ts'
import { tagShown } from '../stories/tag-shown.ts'
import { readFeed } from './read-feed.ts'
import { readNews, readPages, readSitemap, readSitemapFiles } from './read-sitemaps.ts'

/**
 * What machines read of the paper. Each answer is made when it is asked for, from texts that are kept under the same tags as the pages, so that
 * they change in the same moment. `origin`: of the paper, without a slash at its end.
 */

/** A feed in one format; null: there is no such feed. */
export async function publishedFeed(of: FeedOf, format: FeedFormat, origin: string): Promise<string | null> {
  await connection()
  if (((of.kind === 'section' || of.kind === 'tag') && !isSlug(of.slug)) || (of.kind === 'author' && !isAuthorSlug(of.slug))) return null
  return cachedFeed(of, format, origin)
}

/** What a feed is asked by. A name is anybody's who is shown by it now, so it is asked of the whole staff. */
function asked(of: FeedOf): string {
  return of.kind === 'paper' ? tags.front() : of.kind === 'section' ? tags.section(of.slug) : of.kind === 'tag' ? tags.topic(of.slug) : tags.mastheads()
}

async function cachedFeed(of: FeedOf, format: FeedFormat, origin: string): Promise<string | null> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), asked(of))
  const { feed, shown } = await readFeed(of)
  tagShown(shown)
  // Asked at a former address of its section, it changes with the present one.
  if (feed !== null) cacheTag(asked(feed.of))
  return feed === null ? null : WRITE_FEED[format](feed, origin)
}

/** The list of all sitemaps. */
export async function publishedSitemapIndex(origin: string): Promise<string> {
  await connection()
  return cachedIndex(origin)
}

async function cachedIndex(origin: string): Promise<string> {
  'use cache'
  cacheLife('max')
  // Every change of what is live touches the front page.
  cacheTag(tags.paper(), tags.front())
  return sitemapIndex(await readSitemapFiles(), origin)
}

/** One sitemap by its file name; null: there is no such one. */
export async function publishedSitemap(file: string, origin: string): Promise<string | null> {
  await connection()
  if (file === PAGES_FILE) return cachedPages(origin)
  return sitemapPart(file) === null ? null : cachedSitemap(file, origin)
}

async function cachedSitemap(file: string, origin: string): Promise<string | null> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.front())
  const part = sitemapPart(file)
  const entries = part === null ? [] : await readSitemap(part)
  return entries.length === 0 ? null : sitemap(entries, origin)
}

async function cachedPages(origin: string): Promise<string> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.front(), tags.mastheads(), tags.sports())
  return sitemap(await readPages(), origin)
}

const HOUR_MS = 60 * 60 * 1_000

/** The sitemap of what came out in the last 48 hours. */
export async function publishedNews(origin: string): Promise<string> {
  await connection()
  const after = timeNow().getTime() - NEWS_FOR_MS
  // What is kept is asked by the hour, and knows no clock; the minute is taken off here.
  const entries = await cachedNews(Math.floor(after / HOUR_MS) * HOUR_MS)
  return newsSitemap(entries.filter(({ published }) => Date.parse(published) > after), await publishedPaper(), origin)
}

async function cachedNews(after: number): Promise<NewsEntry[]> {
  'use cache'
  cacheLife('hours')
  cacheTag(tags.paper(), tags.front())
  return readNews(new Date(after))
}

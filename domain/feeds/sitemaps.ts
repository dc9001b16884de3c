import { element, xmlDocument, type XmlElement } from './xml.ts'

/** What search engines read: lists of addresses (www.sitemaps.org), and of the newest stories (Google's news sitemap). */

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** Addresses in one sitemap at most; the protocol allows 50,000. */
export const MAX_SITEMAP_URLS = 5_000
/** How long a story counts as news (Google's rule), and how many of those its sitemap may hold. */
export const NEWS_FOR_MS = 48 * 60 * 60 * 1_000
export const MAX_NEWS_URLS = 1_000

/** An address with when it last changed, if that is known (ISO 8601). */
export type SitemapEntry = { path: string; changed: string | null }
export type NewsEntry = { path: string; headline: string; published: string }

/** A part of the stories: a month in UTC, "2026-11", and which 5,000 of it. A story never moves to another month. */
export type SitemapPart = { month: string; part: number }
/** The sitemap of what is no story: front page, sections, mastheads, other pages. */
export const PAGES_FILE = 'pages.xml'

/** The file that a part is in: "2026-11.xml", "2026-11-2.xml". */
export function sitemapFile({ month, part }: SitemapPart): string {
  return part === 1 ? `${month}.xml` : `${month}-${part}.xml`
}

/** The part that a file name means; null: no such name. */
export function sitemapPart(file: string): SitemapPart | null {
  const found = /^([12]\d{3}-(?:0[1-9]|1[0-2]))(?:-([2-9]|[1-9]\d{1,2}))?\.xml$/.exec(file)
  return found === null ? null : { month: found[1] ?? '', part: Number(found[2] ?? 1) }
}

/** The parts that a month with so many stories has. */
export function partsOf(month: string, stories: number): SitemapPart[] {
  return Array.from({ length: Math.ceil(stories / MAX_SITEMAP_URLS) }, (_, index) => ({ month, part: index + 1 }))
}

const url = (name: string, { path, changed }: SitemapEntry, origin: string, more: readonly XmlElement[] = []) =>
  element(name, {}, [element('loc', {}, `${origin}${path}`), changed === null ? null : element('lastmod', {}, changed), ...more])

/** The list of all sitemaps; `files` by name. */
export function sitemapIndex(files: readonly { file: string; changed: string | null }[], origin: string): string {
  return xmlDocument(element('sitemapindex', { xmlns: SITEMAP }, files.map(({ file, changed }) => url('sitemap', { path: `/sitemaps/${file}`, changed }, origin))))
}

/** One list of addresses. */
export function sitemap(entries: readonly SitemapEntry[], origin: string): string {
  return xmlDocument(element('urlset', { xmlns: SITEMAP }, entries.map((entry) => url('url', entry, origin))))
}

/** The newest stories for Google News (developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). */
export function newsSitemap(entries: readonly NewsEntry[], paper: { name: string; language: string }, origin: string): string {
  const publication = element('news:publication', {}, [element('news:name', {}, paper.name), element('news:language', {}, paper.language)])
  const news = ({ headline, published }: NewsEntry) => element('news:news', {}, [publication, element('news:publication_date', {}, published), element('news:title', {}, headline)])
  return xmlDocument(
    element('urlset', { xmlns: SITEMAP, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' }, entries.map((entry) => url('url', { path: entry.path, changed: null }, origin, [news(entry)]))),
  )
}

import { isSchoolYear } from '../school-year.ts'
import { isSlug, slugify } from '../slug.ts'

/** What a feed holds: the whole paper, one section, or what is signed by one name. */
export type FeedOf = { kind: 'paper' } | { kind: 'section'; slug: string } | { kind: 'author'; slug: string }

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const
export type FeedFormat = (typeof FEED_FORMATS)[number]

/** The last part of a feed's address, and what it is served as. */
export const FEED_FILES: Record<FeedFormat, { file: string; type: string }> = {
  rss: { file: 'feed.xml', type: 'application/rss+xml' },
  atom: { file: 'atom.xml', type: 'application/atom+xml' },
  json: { file: 'feed.json', type: 'application/feed+json' },
}

/**
 * The address form of a name as readers see it, for the feed of what it signs; null: it has none. Made from the shown name and from nothing
 * else: a handle would tell the whole name of somebody who is shown as "Ana R.". School years are the addresses of mastheads.
 */
export function authorSlug(shownName: string): string | null {
  const slug = slugify(shownName)
  return isAuthorSlug(slug) ? slug : null
}

/** Whether a text can be the address form of a name. */
export function isAuthorSlug(text: string): boolean {
  return isSlug(text) && !isSchoolYear(text)
}

/** The page that a feed belongs to. */
export function homePath(of: FeedOf): string {
  return of.kind === 'paper' ? '/' : of.kind === 'section' ? `/${of.slug}` : `/staff/${of.slug}`
}

/** The path of a feed. */
export function feedPath(of: FeedOf, format: FeedFormat): string {
  const folder = of.kind === 'paper' ? '' : of.kind === 'section' ? `/${of.slug}` : `/staff/${of.slug}`
  return `${folder}/${FEED_FILES[format].file}`
}

/** What a feed is called: the paper's name, with the section or the author before it. `name`: of the section or author. */
export function feedTitle(paper: string, of: FeedOf, name: string): string {
  return of.kind === 'paper' ? paper : of.kind === 'section' ? `${name} | ${paper}` : `Stories by ${name} | ${paper}`
}

/** A feed that a page points to; `name` as for feedTitle. */
export type LinkedFeed = { of: FeedOf; name: string }

/** The feeds that a page names in its head (`alternates.types` of Next's metadata), the paper's own first. */
export function feedLinks(paper: string, feeds: readonly LinkedFeed[] = []): Record<string, { url: string; title: string }[]> {
  const all: LinkedFeed[] = [{ of: { kind: 'paper' }, name: paper }, ...feeds]
  return Object.fromEntries(FEED_FORMATS.map((format) => [FEED_FILES[format].type, all.map(({ of, name }) => ({ url: feedPath(of, format), title: feedTitle(paper, of, name) }))]))
}

/** The feeds of those on staff who sign a story. */
export function authorFeeds(bylines: readonly { name: string; onStaff?: true; handle?: string }[]): LinkedFeed[] {
  return bylines.flatMap(({ name, onStaff, handle }) => {
    const slug = handle ?? (onStaff === true ? authorSlug(name) : null)
    return slug === null ? [] : [{ of: { kind: 'author' as const, slug }, name }]
  })
}

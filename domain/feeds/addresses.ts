import { isSchoolYear } from '../school-year.ts'
import { isSlug, slugify } from '../slug.ts'
import type { Language } from '../words/language.ts'
import { wordsOf } from '../words/words.ts'

/** What a feed holds: the whole paper, one section, one tag, or what is signed by one name. */
export type FeedOf = { kind: 'paper' } | { kind: 'section' | 'tag' | 'author'; slug: string }

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

const FOLDERS = { section: '', tag: '/tag', author: '/staff' } as const

/** The page that a feed belongs to. */
export function homePath(of: FeedOf): string {
  return of.kind === 'paper' ? '/' : `${FOLDERS[of.kind]}/${of.slug}`
}

/** The path of a feed. */
export function feedPath(of: FeedOf, format: FeedFormat): string {
  return `${of.kind === 'paper' ? '' : homePath(of)}/${FEED_FILES[format].file}`
}

/** What a feed is called: the paper's name, with the section, the tag or the author before it, of which `name` is. */
export function feedTitle(paper: { name: string; language: Language }, of: FeedOf, name: string): string {
  if (of.kind === 'paper') return paper.name
  return `${of.kind === 'author' ? wordsOf(paper.language).lists.storiesBy(name) : name} | ${paper.name}`
}

/** A feed that a page points to; `name` as for feedTitle. */
export type LinkedFeed = { of: FeedOf; name: string }

/** The feeds that a page names in its head (`alternates.types` of Next's metadata), the paper's own first. */
export function feedLinks(paper: { name: string; language: Language }, feeds: readonly LinkedFeed[] = []): Record<string, { url: string; title: string }[]> {
  const all: LinkedFeed[] = [{ of: { kind: 'paper' }, name: paper.name }, ...feeds]
  return Object.fromEntries(FEED_FORMATS.map((format) => [FEED_FILES[format].type, all.map(({ of, name }) => ({ url: feedPath(of, format), title: feedTitle(paper, of, name) }))]))
}

/** The feeds of those on staff who sign a story. */
export function authorFeeds(bylines: readonly { name: string; onStaff?: true; handle?: string }[]): LinkedFeed[] {
  return bylines.flatMap(({ name, onStaff, handle }) => {
    const slug = handle ?? (onStaff === true ? authorSlug(name) : null)
    return slug === null ? [] : [{ of: { kind: 'author' as const, slug }, name }]
  })
}

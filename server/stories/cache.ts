/**
 * The names of the cache tags, and which change touches which. No other file writes a tag as text. A read tags itself
 * by the question asked, before reading, so that a cached "nothing here" ends when the story comes out.
 */
export const tags = {
  /** Name, motto, time zone and the list of sections: on every reader page. */
  paper: () => 'paper',
  front: () => 'front',
  section: (slug: string) => `section:${slug}`,
  address: (sectionSlug: string, slug: string) => `address:${sectionSlug}/${slug}`,
  story: (id: string) => `story:${id}`,
  /** Everything that shows this person's byline. */
  author: (staffId: string) => `author:${staffId}`,
  /** The stories with a tag. */
  topic: (slug: string) => `topic:${slug}`,
  /** The stories of a series, on its page and on those of its parts. */
  series: (slug: string) => `series:${slug}`,
  /** The comments of readers on a story, and whether it takes any. */
  comments: (storyId: string) => `comments:${storyId}`,
  /** The list of notes on live stories. */
  corrections: () => 'corrections',
  /** Who was on staff in which school year, and by which name anybody on staff is found. */
  mastheads: () => 'mastheads',
  /** Teams, games, results, rosters and tables; one tag, since a result changes a record, a table, a strip and every story that shows it. */
  sports: () => 'sports',
  /** Questions to readers, and whether they are open; their counts are cached nowhere. */
  polls: () => 'polls',
  /** The printed issues that are live, and which stories stand in them. */
  issues: () => 'issues',
  /** The stories that are read most. */
  mostRead: () => 'most-read',
  /** How the paper asks for support, and which advertisements run. */
  support: () => 'support',
  /** Which pictures are live; one tag, since a publication can change many. */
  media: () => 'media',
} as const

/** What a publication, an update or a withdrawal of a story changes for readers. */
export function touchedByLiveChange(change: { storyId: string; addresses: { sectionSlug: string; slug: string }[] }): string[] {
  const sections = new Set(change.addresses.map(({ sectionSlug }) => sectionSlug))
  return [
    tags.story(change.storyId),
    ...change.addresses.map(({ sectionSlug, slug }) => tags.address(sectionSlug, slug)),
    ...[...sections].map((slug) => tags.section(slug)),
    tags.front(),
    tags.media(),
  ]
}

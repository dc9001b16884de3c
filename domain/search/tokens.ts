/**
 * What the index knows of a story besides its words: lexemes that no text can make, since words are letters and digits alone. A story bears the
 * ids of its authors, never their names, so that nothing has to be written anew when a name is shown otherwise.
 */
export const tokens = {
  author: (staffId: string) => `author:${staffId}`,
  section: (sectionId: string) => `section:${sectionId}`,
  /** It has at least one picture. */
  pictures: () => 'pictures:',
  /** The week in which it came out (`weekOf`). What is asked by days is compared besides. */
  week: (week: number) => `week:${week}`,
} as const

const quote = (token: string) => `'${token}'`

/** Tokens as a tsvector is written: those of authors at a place and of weight, so that they count in the ranking. */
export function tokensOfStory(story: { authors: readonly string[]; sectionId: string | null; hasPictures: boolean; publishedAt: Date }): { authors: string; filters: string } {
  const filters = [tokens.week(weekOf(story.publishedAt)), ...(story.sectionId === null ? [] : [tokens.section(story.sectionId)]), ...(story.hasPictures ? [tokens.pictures()] : [])]
  return { authors: story.authors.map((id, at) => `${quote(tokens.author(id))}:${at + 1}B`).join(' '), filters: filters.map(quote).join(' ') }
}

/** A tsquery, as it is written, that any of these tokens meets. */
export function anyOf(some: readonly string[]): string {
  return some.map(quote).join(' | ')
}

const WEEK_MS = 7 * 86_400_000

/** The week of an instant, counted from 1970, by UTC. */
export function weekOf(at: Date): number {
  return Math.floor(at.getTime() / WEEK_MS)
}

/** The first instant of a week. */
export function startOfWeek(week: number): Date {
  return new Date(week * WEEK_MS)
}

/** All weeks from one to another, both included; none where the first is later. */
export function weeksBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
}

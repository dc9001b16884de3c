/**
 * What the index knows of a story besides its words: lexemes that no text can make, since words are letters and digits alone. A story bears the
 * ids of its authors, never their names, so that nothing has to be written anew when a name is shown otherwise.
 */
export const tokens = {
  author: (staffId: string) => `author:${staffId}`,
  section: (sectionId: string) => `section:${sectionId}`,
  /** It has at least one picture. */
  pictures: () => 'pictures:',
  /** The month in which it came out, by UTC: "2026-11". What is asked by days is compared besides. */
  month: (month: string) => `month:${month}`,
} as const

const quote = (token: string) => `'${token}'`

/** Tokens as a tsvector is written: those of authors at a place and of weight, so that they count in the ranking. */
export function tokensOfStory(story: { authors: readonly string[]; sectionId: string | null; hasPictures: boolean; publishedAt: Date }): { authors: string; filters: string } {
  const filters = [tokens.month(monthOf(story.publishedAt)), ...(story.sectionId === null ? [] : [tokens.section(story.sectionId)]), ...(story.hasPictures ? [tokens.pictures()] : [])]
  return { authors: story.authors.map((id, at) => `${quote(tokens.author(id))}:${at + 1}B`).join(' '), filters: filters.map(quote).join(' ') }
}

/** A tsquery, as it is written, that any of these tokens meets. */
export function anyOf(some: readonly string[]): string {
  return some.map(quote).join(' | ')
}

/** The month of an instant by UTC, as "2026-11". */
export function monthOf(at: Date): string {
  return at.toISOString().slice(0, 7)
}

const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
const named = (number: number) => `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`

/** The month so many months later, or earlier. */
export function monthsAfter(month: string, many: number): string {
  return named(numberOf(month) + many)
}

/** All months from one to another, both included; none where the first is later. */
export function monthsBetween(first: string, last: string): string[] {
  return Array.from({ length: Math.max(0, numberOf(last) - numberOf(first) + 1) }, (_, at) => monthsAfter(first, at))
}

/** The first instant of a month, by UTC. */
export function startOfMonth(month: string): Date {
  return new Date(`${month}-01T00:00:00.000Z`)
}

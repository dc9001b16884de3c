import { foldedWords } from './fold.ts'

/**
 * What a reader typed, understood as a web search: words must all be there, "words in quotes" stand together, OR is either, -word is not there.
 * Pure and total: every text is a query.
 */

/** So much of a query is read. */
export const MOST_QUERY = 200
const MOST_CLAUSES = 12
const SHORTEST_PREFIX = 3

/** Words that stand together, folded (fold.ts); a hyphenated word is one clause of several. `quoted`: it was in quotation marks. */
export type Clause = { words: readonly string[]; quoted: boolean; not: boolean }
/** Any of the groups must be met, each by all of its clauses. */
export type SearchQuery = { groups: readonly (readonly Clause[])[] }

const PIECE = /(-?)"([^"]*)"?|(\S+)/g

/** Reads a query. Groups that only say what must not be there are left out: they would be nearly the whole paper. */
export function parseQuery(typed: string): SearchQuery {
  const groups: Clause[][] = [[]]
  let left = MOST_CLAUSES
  for (const [, minus = '', quotation, bare = ''] of typed.slice(0, MOST_QUERY).replace(/[“”„«»]/g, '"').matchAll(PIECE)) {
    if (/^or$/i.test(bare)) {
      groups.push([])
      continue
    }
    const words = foldedWords(quotation ?? bare)
    // "or" with a full stop or the like: a word that stands in every text.
    if (words.length === 0 || left === 0 || (quotation === undefined && words.join(' ') === 'or')) continue
    left -= 1
    groups.at(-1)?.push({ words, quoted: quotation !== undefined, not: quotation === undefined ? bare.startsWith('-') : minus === '-' })
  }
  return { groups: groups.filter((group) => group.some(({ not }) => !not)) }
}

/** Whether there is anything to look for. */
export function isEmptyQuery({ groups }: SearchQuery): boolean {
  return groups.length === 0
}

const written = ({ words, quoted, not }: Clause) => `${not ? '-' : ''}${quoted ? `"${words.join(' ')}"` : words.join('-')}`

/** A query as somebody could have typed it; reading it again gives the same query. */
export function writeQuery({ groups }: SearchQuery): string {
  return groups.map((group) => group.map(written).join(' ')).join(' OR ')
}

/** The clause whose last word may still be unfinished: the last one that was typed; null where it cannot be. */
export function openClause({ groups }: SearchQuery): Clause | null {
  const last = groups.at(-1)?.at(-1)
  const isOpen = last !== undefined && !last.quoted && !last.not && last.words.length === 1 && (last.words[0] ?? '').length >= SHORTEST_PREFIX
  return isOpen ? last : null
}

/** Every clause that says what must be there. */
export function wantedClauses({ groups }: SearchQuery): Clause[] {
  return groups.flatMap((group) => group.filter(({ not }) => !not))
}

/** The query with single words replaced; quotations and what must not be there stay. */
export function withWords({ groups }: SearchQuery, replaced: ReadonlyMap<string, string>): SearchQuery {
  const changed = (clause: Clause): Clause => (clause.not || clause.quoted ? clause : { ...clause, words: clause.words.map((word) => replaced.get(word) ?? word) })
  return { groups: groups.map((group) => group.map(changed)) }
}

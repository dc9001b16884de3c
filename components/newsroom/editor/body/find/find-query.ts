import { SearchQuery } from 'prosemirror-search'

/** What somebody looks for, and with what they would replace it. */
export type FindQuery = { search: string; replace: string; matchCase: boolean; wholeWord: boolean }

export const NOTHING_SOUGHT: FindQuery = { search: '', replace: '', matchCase: false, wholeWord: false }

/** The same question for the text of the story. The words are taken as they are typed, no pattern. */
export function textQuery({ search, replace, matchCase, wholeWord }: FindQuery): SearchQuery {
  return new SearchQuery({ search, replace, caseSensitive: matchCase, wholeWord, literal: true })
}

/** The same question for a line of words; null where nothing is sought. */
function lineExpression({ search, matchCase, wholeWord }: FindQuery): RegExp | null {
  if (search === '') return null
  const literal = search.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
  const [before, after] = wholeWord ? [String.raw`(?<![\p{L}\p{N}_])`, String.raw`(?![\p{L}\p{N}_])`] : ['', '']
  return new RegExp(`${before}${literal}${after}`, matchCase ? 'gu' : 'giu')
}

/** How often it stands in a line of words. */
export function countIn(line: string, query: FindQuery): number {
  const expression = lineExpression(query)
  return expression === null ? 0 : [...line.matchAll(expression)].length
}

/** The line with every place replaced. */
export function replacedIn(line: string, query: FindQuery): string {
  const expression = lineExpression(query)
  return expression === null ? line : line.replace(expression, () => query.replace)
}

import type { IssueName } from '../print/issue.ts'
import type { StoryCardView } from '../story-view.ts'
import type { Words } from '../words/words.ts'
import type { Piece } from './passage.ts'

/** One story of an answer, with the words that were looked for marked. */
export type SearchResult = {
  card: StoryCardView
  headline: Piece[]
  deck: Piece[]
  /** Where the words stand, in the text or under a picture; null: elsewhere. */
  passage: { of: 'text' | 'caption'; pieces: Piece[] } | null
}

/** A page of the paper, or (`print`) of a printed issue, with the words that were looked for marked; `date`: the day of the issue. */
export type SheetResult = { path: string; title: Piece[]; passage: Piece[] | null; print: (IssueName & { page: number; date: string }) | null }
/** What was found besides stories. `morePrint`: more printed pages fit than are here. */
export type FoundSheets = { pages: SheetResult[]; print: SheetResult[]; morePrint: boolean }

/** Why an answer is empty. `common`: only words that stand in every text. `many`: too many searches from one network; so many seconds to wait. `busy`: not now. */
export type NoAnswer = { kind: 'empty' } | { kind: 'common' } | { kind: 'many'; seconds: number } | { kind: 'busy' }

/** `count` null: more than `MANY`; of stories, as `results`. `sheets`: what is found besides, on the first page. `instead`: what was looked for in place of what was typed. `meant`: what may have been meant. */
export type FoundAnswer = { kind: 'found'; results: SearchResult[]; sheets: FoundSheets; count: number | null; next: string | null; instead: string | null; meant: string | null }
export type SearchAnswer = NoAnswer | FoundAnswer

/** Where more stories fit than can be ranked at once, it is only said that there are more than so many. */
export const MANY = 500

/** So many printed pages are listed at most, where they are asked for alone. */
export const MOST_PRINT = 20

/** What a search can be narrowed by: authors by the names that readers see now, school years newest first. */
export type SearchChoices = { authors: { id: string; name: string }[]; years: string[] }

/** How many stories were found, and for what, in one line of plain text. */
export function summaryOf({ count, instead }: FoundAnswer, asked: string, words: Words['search']): string {
  const looked = instead ?? asked
  const many = count === null ? words.moreThan(MANY) : count === 0 ? words.none : words.stories(count)
  return looked === '' ? many : `${many}${words.for}“${looked}”`
}

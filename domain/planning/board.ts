import type { StoryState } from '../workflow.ts'
import type { Due } from './dues.ts'

/** The board: every story on its way, in a column for where it stands. */

export const COLUMNS = ['pitched', 'DRAFT', 'EDITING', 'REVIEW', 'APPROVED', 'live'] as const
export type Column = (typeof COLUMNS)[number]

export const COLUMN_NAMES: Record<Column, string> = {
  pitched: 'Pitched',
  DRAFT: 'Draft',
  EDITING: 'Editing',
  REVIEW: 'Review',
  APPROVED: 'Approved',
  live: 'Live this week',
}

/** "This week" on the board: the days up to today. */
export const LIVE_DAYS = 7
/** As many cards as a column shows; how many there are beyond is said. */
export const MOST_CARDS = 40

/** The columns that are states of a story on its way. */
export type StateColumn = Extract<Column, StoryState>

/** `who`: the names of those who write it, or pitched it. `plannedFor`: a day at school. */
export type BoardCard = {
  id: string
  href: string
  title: string
  section: string | null
  who: string[]
  due: Due | null
  photos: string | null
  plannedFor: string | null
}
export type BoardColumn = { column: Column; cards: BoardCard[]; total: number }

/** What the board says of nothing in a column. */
export const EMPTY_WORDS: Record<Column, string> = {
  pitched: 'No pitch waits for an answer.',
  DRAFT: 'Nothing is being written.',
  EDITING: 'Nothing is being edited.',
  REVIEW: 'Nothing waits for review.',
  APPROVED: 'Nothing is ready to publish.',
  live: 'Nothing was published in the last seven days.',
}

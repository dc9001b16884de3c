import type { StoryCardView } from '../story-view.ts'
import type { IssueName } from './issue.ts'

/** What screens that show a printed issue get: plain JSON. Days are "2026-11-24", instants ISO 8601. */

/** A page's picture in its widths, smallest first. */
export type PagePicture = { key: string; width: number; height: number }
export type PageLineView = { text: string; x: number; y: number; w: number; h: number }
export type IssueCardView = IssueName & { slug: string; date: string; cover: PagePicture[]; pages: number }
/** A page in the list of an issue's pages. */
export type PageCardView = { number: number; pictures: PagePicture[]; stories: Pick<StoryCardView, 'path' | 'headline'>[] }
export type IssueView = IssueName & { slug: string; date: string; pdf: { key: string; bytes: number }; pages: PageCardView[] }
/** One page: `lines` are laid over its picture, `paragraphs` are read below it. */
export type IssuePageView = PageCardView & { lines: PageLineView[]; paragraphs: string[] }
export type IssueAnswer<T> = ({ kind: 'issue'; issue: IssueView } & T) | { kind: 'withdrawn'; at: string } | { kind: 'none' }
/** Where a story stood in print. */
export type InPrintView = IssueName & { slug: string; page: number }

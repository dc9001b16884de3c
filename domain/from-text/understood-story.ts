import type { StoryDocument } from '../document/schema.ts'

/** What a line (in Markdown: a block) of the source was taken for. */
export const LINE_ROLES = ['headline', 'deck', 'byline', 'picture', 'caption', 'paragraph', 'subhead', 'note', 'blank', 'dropped'] as const
export type LineRole = (typeof LINE_ROLES)[number]

/** What a person may say that a line is; 'blank' is a fact and cannot be chosen. */
export const CHOSEN_ROLES = LINE_ROLES.filter((role) => role !== 'blank')
export type ChosenRole = Exclude<LineRole, 'blank'>

/** What a person said about lines, by line number (from 1). It wins over every guess. */
export type Overrides = Readonly<Record<number, ChosenRole>>

/** The changes that are made without asking. Words and punctuation are never among them. */
export const CLEAN_UPS = {
  breaks: 'Line ends of another system were made plain.',
  nbsp: 'Non-breaking spaces became plain spaces.',
  invisible: 'Invisible characters were taken out.',
  spaces: 'Extra spaces were taken out.',
  blank: 'Blank lines were left out.',
  doubled: 'A line that stood there twice was kept once.',
  caption: 'A caption that repeated the picture’s file name was kept once.',
  joined: 'Lines that were cut to a width were joined into one paragraph.',
  frontMatter: 'Front matter was read for title and author, and the rest of it left out.',
  rule: 'A drawn line was left out.',
  link: 'A link with an address that cannot stand in a story became plain text.',
} as const
export type CleanUpKind = keyof typeof CLEAN_UPS
/** One clean-up at one line of the source; `what` is a sentence out of CLEAN_UPS. */
export type CleanUp = { line: number; what: string }

export type UnderstoodByline = { name: string; credit: string }

/** A picture that the source speaks of. Its file is not in the text, so somebody has to upload it. */
export type UnderstoodPicture = {
  /** The same for the same line of text, wherever it stands: holds on to an upload while the source is edited. */
  key: string
  /** Proposed from its caption line, alt or file name; '' where there is nothing. */
  caption: string
  credit: string
  /** Only where somebody wrote one beside a caption of its own (Markdown); otherwise '' and for a person to write. */
  alt: string
  /** As the source names it, decoded; '' where only a caption is known. */
  fileName: string
  sourceLines: number[]
  /** How many blocks of the body stand before it. */
  afterBlocks: number
}

/** `text` is the line as it came; `choosable`: whether a person can say what it is (false: blank, or part of the block above). */
export type UnderstoodLine = { number: number; text: string; as: LineRole; choosable: boolean }

/** A story as it was read from text: shown next to its source before anything is made. */
export type UnderstoodStory = {
  headline: string
  deck: string
  bylines: UnderstoodByline[]
  pictures: UnderstoodPicture[]
  body: StoryDocument
  /** Remarks for the newsroom, such as a credit that belongs to no picture; readers never see them. */
  notes: string[]
  cleanups: CleanUp[]
  lines: UnderstoodLine[]
  /** Why this text cannot become a story as it is, in words for the person; null = it can. */
  problem: string | null
}

export const MAX_SOURCE_BYTES = 1_000_000
export const MAX_BLOCKS = 2_000
/** Lines cut to a width make fewer paragraphs than lines, but not ten times fewer. */
export const MAX_LINES = 20_000
/** The limits of domain/story.ts, which a guess must not break. */
export const MAX_HEADLINE = 200
export const MAX_DECK = 400
export const MAX_CAPTION = 1_000
export const MAX_CREDIT = 200
export const MAX_ALT = 500
export const MAX_NAME = 80
export const MAX_BYLINE_CREDIT = 60

import type { LineRole } from '#domain/from-text/understood-story.ts'

/** What a line was taken for, in words for the person. */
export const LINE_ROLE_NAMES: Record<LineRole, string> = {
  headline: 'Headline',
  deck: 'Deck',
  byline: 'Byline',
  picture: 'Picture',
  caption: 'Caption',
  paragraph: 'Paragraph',
  subhead: 'Subhead',
  note: 'Note to the newsroom',
  blank: 'Blank',
  dropped: 'Not part of the story',
}

/** The color beside the word; the word says it all without it. */
export const LINE_ROLE_COLORS: Record<LineRole, string> = {
  headline: 'border-l-accent',
  deck: 'border-l-accent',
  byline: 'border-l-info',
  picture: 'border-l-good',
  caption: 'border-l-good',
  paragraph: 'border-l-ink',
  subhead: 'border-l-ink',
  note: 'border-l-warn',
  blank: 'border-l-transparent',
  dropped: 'border-l-rule',
}

import type { Rights } from '../media.ts'

/** How much a rule has to say: nothing, a remark, or a remark that holds the story up until it is settled or dismissed. */
export const COPYDESK_LEVELS = ['OFF', 'ADVISORY', 'BLOCKING'] as const
export type CopydeskLevel = (typeof COPYDESK_LEVELS)[number]
export type SpokenLevel = Exclude<CopydeskLevel, 'OFF'>

export type CopyBlockKind = 'paragraph' | 'heading' | 'quote' | 'pullQuote' | 'listItem' | 'factBox' | 'tableCell'

/**
 * One block of running words. `index` counts the blocks of the body that hold text themselves, in reading order, empty ones
 * and those inside lists, quotes, boxes and tables included: the n-th text block of the ProseMirror document, from 0.
 * A line break inside the block is one '\n', so an offset is that of ProseMirror inside the block, but for `gaps`.
 */
export type CopyBlock = {
  index: number
  kind: CopyBlockKind
  /** Of a heading: 2 or 3. */
  level: 2 | 3 | null
  text: string
  links: { from: number; to: number; href: string }[]
  /** Where words are left out because somebody suggests to delete them: before which offset of `text`, and how many UTF-16 units. */
  gaps: { at: number; length: number }[]
}

export type CopyPictureField = 'lead' | `image-${number}`

/** A picture with its words. `rights` null: the asset is not known here. `people`: who can be seen, if anybody said so. */
export type CopyPicture = { field: CopyPictureField; caption: string; alt: string; credit: string; rights: Rights | null; people: string[] }

export type CopyByline = { name: string; credit: string; onStaff: boolean }

/** What rules read of a story: plain text and facts, made by copyTextOf. */
export type CopyText = {
  headline: string
  deck: string
  section: { slug: string; name: string } | null
  /** Whether the story is to report without the writer's own opinion. */
  isNews: boolean
  bylines: CopyByline[]
  staffNames: string[]
  /** The paper's own dictionary: names, and acronyms that every reader of this school knows. */
  paperWords: string[]
  blocks: CopyBlock[]
  /** What the footnotes say, each once, in the order of their numbers. */
  sources: string[]
  pictures: CopyPicture[]
}

/**
 * Where a finding is. `from` and `to` are UTF-16 offsets in the text that the place names (textAt): the headline, the deck, the
 * body block `block`, the name of byline number `block` (from 0), the words of source number `block` (from 0), or a picture's caption, alt text or credit. 0–0 where
 * something is missing.
 */
export type FindingPlace = {
  field: 'headline' | 'deck' | 'bylines' | 'body' | 'sources' | CopyPictureField
  part?: 'caption' | 'alt' | 'credit'
  block?: number
  from: number
  to: number
}

/** One remark of one rule. */
export type Finding = {
  ruleId: string
  place: FindingPlace
  /** The exact words between `from` and `to`. */
  passage: string
  /** What and why, in one or two sentences for the writer. */
  message: string
  /** What the passage becomes; only where that is certain. */
  fix?: string
  /** Instead of `fix`: the remedy is to take the whole (empty) block out. */
  removeBlock?: true
}

export type Rule = {
  /** Stable: settings and dismissals are kept under it. */
  id: string
  /** As the panel and the settings show it. */
  name: string
  /** Where the rule comes from, in words: "AP Stylebook: numerals". */
  source: string
  defaultLevel: CopydeskLevel
  find: (text: CopyText) => Finding[]
}

/** A finding with the level that its rule has in this story's section. */
export type LeveledFinding = Finding & { level: SpokenLevel }

/** The text that a place's offsets count in; '' where there is none. */
export function textAt({ field, part, block }: Pick<FindingPlace, 'field' | 'part' | 'block'>, text: CopyText): string {
  if (field === 'headline') return text.headline
  if (field === 'deck') return text.deck
  if (field === 'bylines') return text.bylines[block ?? 0]?.name ?? ''
  if (field === 'body') return text.blocks[block ?? 0]?.text ?? ''
  if (field === 'sources') return text.sources[block ?? 0] ?? ''
  return text.pictures.find((picture) => picture.field === field)?.[part ?? 'caption'] ?? ''
}

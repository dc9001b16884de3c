import { z } from 'zod'
import { LANGUAGE_TAG } from './foreign.ts'

/**
 * The one description of a story's body: ProseMirror JSON, as the editor makes it and components/story renders it.
 * Strict: an unknown node, mark or attribute refuses the whole document. Stored JSON is untrusted input and is parsed
 * with this on write and on read.
 */

export const MAX_DOCUMENT_BYTES = 1_000_000
const MAX_DEPTH = 20

/**
 * Whether a link may stand in a story: https:, http:, mailto:, or a path on this paper. Everything else
 * (`javascript:`, `data:`, `//other.site`, text with control characters) is refused.
 */
export function isSafeHref(href: string): boolean {
  // eslint-disable-next-line no-control-regex
  if (href.length > 2000 || /[\u0000-\u0020\u007f-\u009f\\]/.test(href)) return false
  if (href.startsWith('/')) return !href.startsWith('//')
  if (href.startsWith('#')) return true
  let url: URL
  try {
    url = new URL(href)
  } catch {
    return false
  }
  if (url.protocol === 'mailto:') return /^mailto:[^?/]+@[^?/]+/.test(href)
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === ''
}

/** Whether a transcript may lie there: a page of the web that nobody on the way can change. */
export function isTranscriptAddress(href: string): boolean {
  return href.startsWith('https://') && isSafeHref(href)
}

const boldMark = z.strictObject({ type: z.literal('bold') })
const italicMark = z.strictObject({ type: z.literal('italic') })
const linkMark = z.strictObject({
  type: z.literal('link'),
  attrs: z.strictObject({ href: z.string().refine(isSafeHref, 'This link address is not allowed.') }),
})
/** Where something in the text comes from: a footnote at the end of these words. `href`: where it can be read. */
const sourceMark = z.strictObject({
  type: z.literal('source'),
  attrs: z.strictObject({
    note: z.string().min(1).max(500),
    href: z.string().refine((href) => href.startsWith('https://') && isSafeHref(href), 'A source is linked by an https address.').optional(),
  }),
})
/** Words in another language than the paper's, named by its BCP 47 tag (domain/document/foreign.ts). */
const langMark = z.strictObject({ type: z.literal('lang'), attrs: z.strictObject({ lang: z.string().max(35).regex(LANGUAGE_TAG) }) })
/** Who proposed a change and which one: "<user id>:<running id>". */
const suggestionAttrs = z.strictObject({ id: z.string().min(1).max(80) })
/** Suggested, not yet accepted: readers never see it (domain/document/suggestions.ts; a publish check holds it up). */
const insertionMark = z.strictObject({ type: z.literal('insertion'), attrs: suggestionAttrs })
const deletionMark = z.strictObject({ type: z.literal('deletion'), attrs: suggestionAttrs })
const mark = z.discriminatedUnion('type', [sourceMark, langMark, linkMark, boldMark, italicMark, insertionMark, deletionMark])

const textNode = z.strictObject({ type: z.literal('text'), text: z.string().min(1), marks: z.array(mark).max(7).optional() })
const hardBreak = z.strictObject({ type: z.literal('hardBreak') })
const inline = z.discriminatedUnion('type', [textNode, hardBreak])
const inlines = z.array(inline).optional()

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines })
/** Level 1 is the headline; a body has subheads of two levels. */
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: inlines,
})
const blockquote = z.strictObject({ type: z.literal('blockquote'), content: z.array(paragraph).min(1) })
const pullQuote = z.strictObject({
  type: z.literal('pullQuote'),
  attrs: z.strictObject({ attribution: z.string().max(120) }),
  content: inlines,
})
/** How much room a picture takes; none = in the column. */
export const IMAGE_SIZES = ['wide', 'full', 'side'] as const
/** A placement inside the text. The asset's pixels, sizes and rights are looked up by id. */
const image = z.strictObject({
  type: z.literal('image'),
  attrs: z.strictObject({
    assetId: z.uuid(),
    caption: z.string().max(1000),
    alt: z.string().max(500),
    credit: z.string().max(200),
    size: z.enum(IMAGE_SIZES).optional(),
  }),
})
/** Pictures that belong together, in order; `size` means nothing inside. */
const gallery = z.strictObject({ type: z.literal('gallery'), content: z.array(image).min(1).max(50) })
const divider = z.strictObject({ type: z.literal('divider') })
/** A picture that did not come along when text was pasted or a file read; it asks for the file and holds up publishing. */
const missingPicture = z.strictObject({
  type: z.literal('missingPicture'),
  attrs: z.strictObject({ name: z.string().max(200), caption: z.string().max(1000), alt: z.string().max(500) }),
})
/** A card of another story of this paper; readers see it while that one is live. */
const relatedStory = z.strictObject({ type: z.literal('relatedStory'), attrs: z.strictObject({ storyId: z.uuid() }) })
/** A game of the sports desk; readers see its score as it is then. */
const scoreboard = z.strictObject({ type: z.literal('scoreboard'), attrs: z.strictObject({ gameId: z.uuid() }) })
/** A question to readers (domain/polls). */
const poll = z.strictObject({ type: z.literal('poll'), attrs: z.strictObject({ pollId: z.uuid() }) })
/** How a video speaks to those who cannot hear it: it has captions, or nothing is said in it. */
export const CAPTIONS = ['yes', 'noSpeech'] as const
/** Something that lies elsewhere on the web. Which player it has, if any, follows from the address (embed-address.ts). */
const embed = z.strictObject({
  type: z.literal('embed'),
  attrs: z.strictObject({
    url: z.string().refine((url) => /^https?:/.test(url) && isSafeHref(url), 'This web address is not allowed.'),
    title: z.string().max(200),
    /** The still picture that stands for it until somebody plays it, with its alt text and credit; the title is its caption. */
    stillAssetId: z.uuid().optional(),
    stillAlt: z.string().max(500).optional(),
    stillCredit: z.string().max(200).optional(),
    captions: z.enum(CAPTIONS).optional(),
    /** As it is being typed: only an https address is shown to readers (isTranscriptAddress), and a publish check asks for one. */
    transcript: z.string().max(2000).optional(),
  }),
})

export type Mark = z.infer<typeof mark>
export type Inline = z.infer<typeof inline>
export type Paragraph = z.infer<typeof paragraph>
export type Heading = z.infer<typeof heading>
export type Blockquote = z.infer<typeof blockquote>
export type PullQuote = z.infer<typeof pullQuote>
export type ImageNode = z.infer<typeof image>
export type Gallery = z.infer<typeof gallery>
export type Divider = z.infer<typeof divider>
export type MissingPicture = z.infer<typeof missingPicture>
export type RelatedStory = z.infer<typeof relatedStory>
export type Scoreboard = z.infer<typeof scoreboard>
export type PollBlock = z.infer<typeof poll>
export type Embed = z.infer<typeof embed>
export type ListItem = { type: 'listItem'; content: (Paragraph | List)[] }
export type List = { type: 'bulletList' | 'orderedList'; content: ListItem[] }
export type FactBox = { type: 'factBox'; attrs: { title: string }; content: (Paragraph | List)[] }
/** A cell of plain paragraphs; every row has the same number of them. */
export type TableCell = { type: 'tableCell' | 'tableHeader'; content: Paragraph[] }
export type TableRow = { type: 'tableRow'; content: TableCell[] }
export type Table = { type: 'table'; attrs: { caption: string }; content: TableRow[] }
export type Block =
  | Paragraph | Heading | Blockquote | PullQuote | List
  | ImageNode | Gallery | MissingPicture | Divider | FactBox | Table | RelatedStory | Embed | Scoreboard | PollBlock
export type StoryDocument = { type: 'doc'; content: Block[] }

const listItem: z.ZodType<ListItem> = z.lazy(() =>
  z.strictObject({ type: z.literal('listItem'), content: z.array(z.union([paragraph, list])).min(1) }),
)
const list: z.ZodType<List> = z.lazy(() =>
  z.strictObject({ type: z.enum(['bulletList', 'orderedList']), content: z.array(listItem).min(1) }),
)
const factBox: z.ZodType<FactBox> = z.strictObject({
  type: z.literal('factBox'),
  attrs: z.strictObject({ title: z.string().max(120) }),
  content: z.array(z.union([paragraph, list])).min(1).max(100),
})
const tableCell = z.strictObject({ type: z.enum(['tableCell', 'tableHeader']), content: z.array(paragraph).min(1).max(20) })
const tableRow = z.strictObject({ type: z.literal('tableRow'), content: z.array(tableCell).min(1).max(20) })
const table: z.ZodType<Table> = z
  .strictObject({
    type: z.literal('table'),
    attrs: z.strictObject({ caption: z.string().max(200) }),
    content: z.array(tableRow).min(1).max(200),
  })
  .refine(({ content }) => content.every((row) => row.content.length === content[0]?.content.length), 'Every row of a table needs the same number of cells.')

const block: z.ZodType<Block> = z.lazy(() =>
  z.union([paragraph, heading, blockquote, pullQuote, list, image, gallery, missingPicture, divider, factBox, table, relatedStory, embed, scoreboard, poll]),
)

const documentShape = z.strictObject({ type: z.literal('doc'), content: z.array(block).min(1).max(2000) })

/** Depth is counted before zod descends, so that a hostile document cannot exhaust the stack. */
function isTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth > MAX_DEPTH * 2) return true
  return Object.values(value).some((inner) => isTooDeep(inner, depth + 1))
}

/** Parses untrusted JSON into a document, or says what is wrong with it. */
export const storyDocumentSchema: z.ZodType<StoryDocument> = z
  .unknown()
  .refine((value) => !isTooDeep(value), { error: 'The text is nested too deeply.', abort: true })
  .refine((value) => (JSON.stringify(value)?.length ?? 0) <= MAX_DOCUMENT_BYTES, 'The text is too long for one story.')
  .pipe(documentShape)

export const EMPTY_DOCUMENT: StoryDocument = { type: 'doc', content: [{ type: 'paragraph' }] }

/** The images of a body in reading order, those of galleries included. */
export function imagesOf(document: StoryDocument): ImageNode[] {
  return document.content.flatMap((node) => (node.type === 'image' ? [node] : node.type === 'gallery' ? node.content : []))
}

/** The still pictures that stand for embeds, by asset id. */
export function stillsOf(document: StoryDocument): string[] {
  return document.content.flatMap((node) => (node.type === 'embed' && node.attrs.stillAssetId !== undefined ? [node.attrs.stillAssetId] : []))
}

/** The stories that a body points to, by id. */
export function relatedStoriesOf(document: StoryDocument): string[] {
  return document.content.flatMap((node) => (node.type === 'relatedStory' ? [node.attrs.storyId] : []))
}

/** The games that a body shows the score of, by id. */
export function gamesOf(document: StoryDocument): string[] {
  return [...new Set(document.content.flatMap((node) => (node.type === 'scoreboard' ? [node.attrs.gameId] : [])))]
}

/** The polls that a body asks, by id. */
export function pollsOf(document: StoryDocument): string[] {
  return [...new Set(document.content.flatMap((node) => (node.type === 'poll' ? [node.attrs.pollId] : [])))]
}

/** Whether a body holds pictures that can be looked at one after the other. */
export function hasGallery(document: StoryDocument | null): boolean {
  return document?.content.some(({ type }) => type === 'gallery') ?? false
}

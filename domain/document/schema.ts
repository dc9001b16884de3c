import { z } from 'zod'

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

const boldMark = z.strictObject({ type: z.literal('bold') })
const italicMark = z.strictObject({ type: z.literal('italic') })
const linkMark = z.strictObject({
  type: z.literal('link'),
  attrs: z.strictObject({ href: z.string().refine(isSafeHref, 'This link address is not allowed.') }),
})
const mark = z.discriminatedUnion('type', [boldMark, italicMark, linkMark])

const textNode = z.strictObject({ type: z.literal('text'), text: z.string().min(1), marks: z.array(mark).max(3).optional() })
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
/** A placement inside the text. The asset's pixels, sizes and rights are looked up by id. */
const image = z.strictObject({
  type: z.literal('image'),
  attrs: z.strictObject({
    assetId: z.uuid(),
    caption: z.string().max(1000),
    alt: z.string().max(500),
    credit: z.string().max(200),
  }),
})

export type Mark = z.infer<typeof mark>
export type Inline = z.infer<typeof inline>
export type Paragraph = z.infer<typeof paragraph>
export type Heading = z.infer<typeof heading>
export type Blockquote = z.infer<typeof blockquote>
export type PullQuote = z.infer<typeof pullQuote>
export type ImageNode = z.infer<typeof image>
export type ListItem = { type: 'listItem'; content: (Paragraph | List)[] }
export type List = { type: 'bulletList' | 'orderedList'; content: ListItem[] }
export type Block = Paragraph | Heading | Blockquote | PullQuote | ImageNode | List
export type StoryDocument = { type: 'doc'; content: Block[] }

const listItem: z.ZodType<ListItem> = z.lazy(() =>
  z.strictObject({ type: z.literal('listItem'), content: z.array(z.union([paragraph, list])).min(1) }),
)
const list: z.ZodType<List> = z.lazy(() =>
  z.strictObject({ type: z.enum(['bulletList', 'orderedList']), content: z.array(listItem).min(1) }),
)

const block: z.ZodType<Block> = z.lazy(() => z.union([paragraph, heading, blockquote, pullQuote, image, list]))

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

/** The images of a body, in reading order. */
export function imagesOf(document: StoryDocument): ImageNode[] {
  return document.content.filter((node) => node.type === 'image')
}

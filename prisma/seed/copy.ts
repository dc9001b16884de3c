import type { Block, Inline, List, Mark, TableRow } from '#domain/document/schema.ts'
import type { StoryTemplate } from '#domain/story-template.ts'

/** How the demo stories are written down: functions that read like copy and make the document's blocks. */

type Piece = string | Inline
const text = (words: string, ...marks: Mark[]): Inline => (marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks })
const pieces = (parts: Piece[]): Inline[] => parts.map((part) => (typeof part === 'string' ? text(part) : part))

export const bold = (words: string): Inline => text(words, { type: 'bold' })
export const italic = (words: string): Inline => text(words, { type: 'italic' })
export const link = (words: string, href: string): Inline => text(words, { type: 'link', attrs: { href } })

/** Words with a footnote behind them. */
export const cited = (words: string, note: string, href?: string): Inline => text(words, { type: 'source', attrs: href === undefined ? { note } : { note, href } })
/** Words in another language. */
export const foreign = (words: string, lang: string): Inline => text(words, { type: 'lang', attrs: { lang } })

export const p = (...parts: Piece[]): Block & { type: 'paragraph' } => ({ type: 'paragraph', content: pieces(parts) })
export const subhead = (words: string): Block => ({ type: 'heading', attrs: { level: 2 }, content: [text(words)] })
export const quote = (...paragraphs: string[]): Block => ({ type: 'blockquote', content: paragraphs.map((words) => p(words)) })
export const pull = (words: string, attribution: string): Block => ({ type: 'pullQuote', attrs: { attribution }, content: [text(words)] })

const list = (type: List['type'], items: Piece[][]): Block => ({ type, content: items.map((item) => ({ type: 'listItem', content: [p(...item)] })) })
export const bullets = (...items: Piece[][]): Block => list('bulletList', items)
export const numbers = (...items: Piece[][]): Block => list('orderedList', items)

/** One picture of prisma/seed/pictures with its words; `alt` is left '' only where the story is to lack it. */
export type DemoPicture = { file: string; caption: string; alt: string; artist: Writer }
/** A picture in the text; the seed puts the uploaded asset in its place. */
export type DemoImage = { type: 'demoImage'; picture: DemoPicture }
export const image = (picture: DemoPicture): DemoImage => ({ type: 'demoImage', picture })

/** Pictures that belong together. */
export type DemoGallery = { type: 'demoGallery'; pictures: DemoPicture[] }
export const gallery = (...pictures: DemoPicture[]): DemoGallery => ({ type: 'demoGallery', pictures })

export const facts = (title: string, ...lines: string[]): Block => ({
  type: 'factBox', attrs: { title }, content: [{ type: 'bulletList', content: lines.map((line) => ({ type: 'listItem', content: [p(line)] })) }],
})

const row = (type: 'tableHeader' | 'tableCell', cells: string[]): TableRow => ({ type: 'tableRow', content: cells.map((words, index) => ({ type: index === 0 ? 'tableHeader' : type, content: [p(words)] })) })
/** A table with a row of headings; the first cell of each row names it. */
export const table = (caption: string, head: string[], ...rows: string[][]): Block => ({ type: 'table', attrs: { caption }, content: [row('tableHeader', head), ...rows.map((cells) => row('tableCell', cells))] })

/** The people of accounts.ts who sign stories and draw, by their part. */
export type Writer = 'ines' | 'marlow' | 'theo'
export type DemoByline = { who: Writer; credit: string } | { name: string; credit: string }

export type DemoStory = {
  section: 'News' | 'District' | 'Opinion' | 'Features' | 'Arts' | 'Music' | 'Sports'
  headline: string
  deck: string
  tags: string[]
  bylines: DemoByline[]
  lead?: DemoPicture
  template?: StoryTemplate
  body: (Block | DemoImage | DemoGallery)[]
}
/** A live one: when it came out, in hours before the seed runs. */
export type LiveStory = DemoStory & { hoursAgo: number }

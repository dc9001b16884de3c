import type { Block, Inline, Paragraph } from '../document/schema.ts'
import { type HtmlElement, type HtmlNode } from './tree.ts'

/** A block as the paragraphs that it is made of; none for what has no words. */
export function asParagraphs(block: Block): Paragraph[] {
  switch (block.type) {
    case 'paragraph':
      return [block]
    case 'heading':
    case 'pullQuote':
      return block.content === undefined ? [] : [{ type: 'paragraph', content: block.content }]
    case 'blockquote':
      return block.content
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap(({ content }) => content.flatMap(asParagraphs))
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap(({ content }) => content))
    default:
      return []
  }
}

/** The last part of a picture's address, if it is a name that a person may know. */
export function nameOf(src: string): string {
  if (/^(?:data|blob|cid):/i.test(src)) return ''
  const last = src.replace(/[?#].*$/, '').split(/[/\\]/).at(-1) ?? ''
  const name = /%[0-9a-f]{2}/i.test(last) ? decoded(last) : last
  return /\.[a-z]{3,4}$/i.test(name) ? name.slice(-200) : ''
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** White space single and none at the ends, cut to `most` characters. */
export const tidy = (text: string, most: number) => text.replace(/\s+/g, ' ').trim().slice(0, most)
/** The class attribute, as Word and Google Docs use it to name styles. */
export const classOf = (element: HtmlElement) => element.attrs.class ?? ''

/** The rank of a heading by its tag, its role or the style that Word gives a title; null: it is none. */
export function rankOf(element: HtmlElement): number | null {
  const tag = /^h([1-6])$/.exec(element.tag)
  if (tag !== null) return Number(tag[1])
  if (/\bMsoTitle\b/.test(classOf(element))) return 1
  if (element.attrs.role !== 'heading') return null
  const level = Number(element.attrs['aria-level'] ?? 2)
  return level >= 1 && level <= 6 ? level : 2
}

/** Whether a node is the caption of a figure. */
export const isCaption = (node: HtmlNode) => typeof node !== 'string' && node.tag === 'figcaption'

/** Text of a heading, which is bold by being one. */
export function withoutBold(node: Extract<Inline, { type: 'text' }>): Inline {
  const marks = (node.marks ?? []).filter(({ type }) => type !== 'bold')
  return marks.length === 0 ? { type: 'text', text: node.text } : { ...node, marks }
}

/** The words of a list item without its bullet or number. */
export function withoutMarker(content: Inline[], marker: string): Inline[] {
  const [first, ...rest] = content
  if (marker === '' || first?.type !== 'text' || !first.text.startsWith(marker)) return content
  const text = first.text.slice(marker.length).trimStart()
  return text === '' ? rest.map((node, at) => (at === 0 && node.type === 'text' ? { ...node, text: node.text.trimStart() } : node)) : [{ ...first, text }, ...rest]
}


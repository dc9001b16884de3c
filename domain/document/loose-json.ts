import { storable } from '../storable.ts'
import { LANGUAGE_TAG } from './foreign.ts'
import { isSafeHref, type Inline, type Mark } from './schema.ts'

/** JSON that should be a part of a document and may be anything. */
export type Loose = { type?: unknown; text?: unknown; attrs?: unknown; marks?: unknown; content?: unknown }

const MARK_ORDER = ['source', 'lang', 'link', 'bold', 'italic', 'insertion', 'deletion'] as const

/** Whatever comes in, as something that can be asked for its parts. */
export function loose(value: unknown): Loose {
  return typeof value === 'object' && value !== null ? value : {}
}

/** The parts inside a node; none where its content is no list. */
export function childrenOf(value: unknown): Loose[] {
  const { content } = loose(value)
  return Array.isArray(content) ? content.map(loose) : []
}

/** An own attribute of a node, undefined where it has none. */
export function attribute(node: Loose, name: string): unknown {
  const { attrs } = node
  return typeof attrs === 'object' && attrs !== null && Object.hasOwn(attrs, name) ? Reflect.get(attrs, name) : undefined
}

/** A text attribute as it can be stored, at most `longest` UTF-16 units; '' where it is no text. */
export function textAttribute(node: Loose, name: string, longest: number): string {
  const value = attribute(node, name)
  if (typeof value !== 'string') return ''
  const cut = storable(value).slice(0, longest)
  // Never half of a character at the end.
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}

/** The text inside a block, neighbours with the same marks joined; without `content` where there is none. */
export function inlines(node: Loose): { content?: Inline[] } {
  const content = joined(childrenOf(node).flatMap((child) => inlineOf(child) ?? []))
  return content.length === 0 ? {} : { content }
}

function joined(found: Inline[]): Inline[] {
  const content: Inline[] = []
  for (const node of found) {
    const last = content.at(-1)
    if (node.type === 'text' && last?.type === 'text' && JSON.stringify(node.marks) === JSON.stringify(last.marks)) {
      content.splice(-1, 1, { ...last, text: last.text + node.text })
    } else content.push(node)
  }
  return content
}

function inlineOf(node: Loose): Inline | null {
  if (node.type === 'hardBreak') return { type: 'hardBreak' }
  const text = node.type === 'text' && typeof node.text === 'string' ? storable(node.text) : ''
  if (text === '') return null
  const marks = marksOf(node.marks)
  return marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }
}

function marksOf(value: unknown): Mark[] {
  const given = Array.isArray(value) ? value.map(loose) : []
  return MARK_ORDER.flatMap((type): Mark[] => {
    const found = given.find((mark) => mark.type === type)
    if (found === undefined) return []
    if (type === 'bold' || type === 'italic') return [{ type }]
    if (type === 'source') return sourceOf(found)
    if (type === 'lang') {
      const lang = textAttribute(found, 'lang', 35)
      return LANGUAGE_TAG.test(lang) ? [{ type, attrs: { lang } }] : []
    }
    // A suggestion without a name stays a suggestion: dropping the mark would accept it.
    if (type !== 'link') return [{ type, attrs: { id: textAttribute(found, 'id', 80) || 'unknown' } }]
    const href = attribute(found, 'href')
    return typeof href === 'string' && isSafeHref(href) ? [{ type, attrs: { href: storable(href) } }] : []
  })
}

/** A source needs words; an address that may not stand is left out. */
function sourceOf(found: Loose): Mark[] {
  const note = textAttribute(found, 'note', 500)
  if (note === '') return []
  const href = storable(textAttribute(found, 'href', 2000))
  return [{ type: 'source', attrs: href.startsWith('https://') && isSafeHref(href) ? { note, href } : { note } }]
}

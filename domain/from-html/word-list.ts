import type { Inline, List } from '../document/schema.ts'
import { styleOf, textIn, type HtmlElement, type HtmlNode } from './tree.ts'

/**
 * Word puts lists on the clipboard as paragraphs: `mso-list:l0 level2 lfo1` in the style, and the bullet or number as
 * text in a span marked `mso-list:Ignore`; its "filtered" HTML has neither, only the class MsoListParagraph and the marker.
 */
export type WordItem = { level: number; ordered: boolean; content: Inline[] }

function markerIn(nodes: readonly HtmlNode[]): string | null {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    if (styleOf(node, 'mso-list') === 'ignore') return textIn(node)
    const found = markerIn(node.children)
    if (found !== null) return found
  }
  return null
}

const BULLET = /^[·•▪■□●○◦§ØüÞv\uf000-\uf0ff–-][\s\u00a0]+/u
const NUMBER = /^\(?(?:\d{1,3}|[a-z]|[ivx]{1,6})[.)][\s\u00a0]+/i

/** Level and kind of the list item that a paragraph of Word is; `marker`: the text to leave out at its start. null: it is none. */
export function wordItemOf(element: HtmlElement): { level: number; ordered: boolean; marker: string } | null {
  const list = /\bl\d+\s+level(\d+)/.exec(styleOf(element, 'mso-list'))
  const isParagraph = /\bMsoListParagraph/i.test(element.attrs.class ?? '')
  if (list === null && !isParagraph) return null
  const ignored = markerIn(element.children)
  const text = textIn(element).replace(/^\s+/, '')
  const level = Math.min(6, Math.max(1, Number(list?.[1] ?? 1)))
  if (ignored !== null) return { level, ordered: NUMBER.test(`${ignored.trim()} `) && ignored.trim() !== 'o', marker: '' }
  const marker = (BULLET.exec(text) ?? NUMBER.exec(text))?.[0] ?? ''
  // A paragraph in list style without any marker continues the item above in Word; as an item of its own it keeps its words.
  if (marker === '' && list === null) return null
  return { level, ordered: NUMBER.test(marker), marker: marker.trim() }
}

/** Consecutive items as nested lists. */
export function listsOf(items: readonly WordItem[]): List[] {
  const lists: List[] = []
  for (let at = 0; at < items.length; ) {
    const first = items[at]
    if (first === undefined) break
    let end = at + 1
    while (end < items.length && ((items[end]?.level ?? 0) > first.level || (items[end]?.level === first.level && items[end]?.ordered === first.ordered))) end += 1
    lists.push(listOf(items.slice(at, end), first))
    at = end
  }
  return lists
}

function listOf(items: readonly WordItem[], first: WordItem): List {
  const list: List = { type: first.ordered ? 'orderedList' : 'bulletList', content: [] }
  for (let at = 0; at < items.length; ) {
    const item = items[at]
    if (item === undefined) break
    let end = at + 1
    while (end < items.length && (items[end]?.level ?? 0) > first.level) end += 1
    const paragraph = item.content.length === 0 ? { type: 'paragraph' as const } : { type: 'paragraph' as const, content: item.content }
    list.content.push({ type: 'listItem', content: [paragraph, ...listsOf(items.slice(at + 1, end))] })
    at = end
  }
  return list
}

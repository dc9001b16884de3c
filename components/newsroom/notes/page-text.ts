import { placeOfQuote, quoteAnchor, type Anchor, type Place } from '#domain/together/anchor.ts'
import type { Span } from '#domain/together/quote.ts'

/** The fields of a story that is shown as readers see it, and where their text stands on the page. */
const SHOWN = { headline: '.story-head h1', deck: '.story-head .deck', body: '.story-body' } as const
type ShownField = keyof typeof SHOWN
const FIELDS: readonly ShownField[] = ['headline', 'deck', 'body']
const BLOCK = 'p, h1, h2, h3, h4, li, td, th, aside, blockquote'
/** Captions and cards are no part of the text. */
const OUTSIDE = 'figure, script, style, [data-outside-text]'

type Piece = { node: Text; from: number }

function piecesOf(field: Element): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = []
  let text = ''
  let block: Element | null = null
  const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof HTMLBRElement) text += '\n'
    if (!(node instanceof Text) || node.parentElement?.closest(OUTSIDE) !== null) continue
    const own = node.parentElement.closest(BLOCK)
    if (block !== null && own !== block) text += '\n'
    block = own
    pieces.push({ node, from: text.length })
    text += node.data
  }
  return { text, pieces }
}

const fieldOf = (root: Element, field: ShownField) => root.querySelector(SHOWN[field])

function offsetOf(pieces: readonly Piece[], range: Range, end: boolean): number | null {
  const inside = pieces.filter(({ node }) => range.intersectsNode(node))
  const piece = end ? inside.at(-1) : inside[0]
  if (piece === undefined) return null
  const [container, offset] = end ? [range.endContainer, range.endOffset] : [range.startContainer, range.startOffset]
  return piece.from + (piece.node === container ? offset : end ? piece.node.length : 0)
}

/** What is selected on the page, as the passage of a note; null: nothing of the story. */
export function selectedOnPage(root: Element): Anchor | null {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  for (const field of FIELDS) {
    const element = fieldOf(root, field)
    if (element === null || !range.intersectsNode(element)) continue
    const { text, pieces } = piecesOf(element)
    const [from, to] = [offsetOf(pieces, range, false), offsetOf(pieces, range, true)]
    const anchor = from === null || to === null ? null : quoteAnchor({ field }, text, { from, to })
    if (anchor !== null) return anchor
  }
  return null
}

function rangeOf(pieces: readonly Piece[], { from, to }: Span): Range | null {
  const [first, last] = [pieces.findLast((piece) => piece.from <= from), pieces.findLast((piece) => piece.from < to)]
  if (first === undefined || last === undefined) return null
  const range = document.createRange()
  range.setStart(first.node, Math.min(from - first.from, first.node.length))
  range.setEnd(last.node, Math.min(to - last.from, last.node.length))
  return range
}

/** Where the passage of a note stands on the page; null: not there, or in a field that the page does not show as text. */
export function shownPassage(root: Element, anchor: Anchor): { range: Range; place: Place } | null {
  const field = FIELDS.find((one) => one === anchor.field)
  const element = field === undefined ? null : fieldOf(root, field)
  if (element === null) return null
  const { text, pieces } = piecesOf(element)
  const place = placeOfQuote(text, anchor)
  const range = place === null ? null : rangeOf(pieces, place)
  return place === null || range === null ? null : { range, place }
}

/** Whether the page shows this field as text at all; a caption is looked for in the editor. */
export function isShownField(anchor: Anchor): boolean {
  return FIELDS.some((field) => field === anchor.field)
}

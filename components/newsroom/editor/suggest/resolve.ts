import { suggestChangesKey } from '@handlewithcare/prosemirror-suggest-changes'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { HOLDER, suggestionMarkOf } from './track.ts'

/** A stretch of text that one suggestion marks. */
type Piece = { from: number; to: number; id: string; kind: 'insertion' | 'deletion'; text: string }
/** One suggestion as a person decides on it: all that carries its id, in reading order. */
export type OpenSuggestion = { id: string; from: number; to: number; inserted: string; deleted: string }

function piecesOf(doc: Node): Piece[] {
  const pieces: Piece[] = []
  doc.descendants((node, pos) => {
    const mark = node.isText ? suggestionMarkOf(node) : undefined
    if (mark === undefined) return
    const kind = mark.type.name === 'insertion' ? 'insertion' : 'deletion'
    pieces.push({ from: pos, to: pos + node.nodeSize, id: String(mark.attrs.id), kind, text: node.text ?? '' })
  })
  return pieces
}

/** Whether nothing but the end of one text block and the beginning of the next lies between the two places. */
function onlyBoundary(doc: Node, from: number, to: number): boolean {
  if (from === to) return true
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)]
  if ($from.parentOffset !== $from.parent.content.size || $to.parentOffset !== 0) return false
  let leaf = false
  doc.nodesBetween(from, to, (node) => {
    if (node.isAtom) leaf = true
  })
  return !leaf
}

const said = (text: string) => text.replaceAll(HOLDER, '')

/** The open suggestions of a text in reading order. Words of one suggestion in two paragraphs are told apart by "¶". */
export function openSuggestions(doc: Node): OpenSuggestion[] {
  const found = new Map<string, OpenSuggestion>()
  let last: Piece | undefined
  for (const piece of piecesOf(doc)) {
    const one = found.get(piece.id) ?? { id: piece.id, from: piece.from, to: piece.to, inserted: '', deleted: '' }
    const joint = last !== undefined && last.id === piece.id && last.kind === piece.kind && last.to < piece.from ? '¶' : ''
    if (piece.kind === 'insertion') one.inserted += joint + said(piece.text)
    else one.deleted += joint + said(piece.text)
    one.to = piece.to
    found.set(piece.id, one)
    last = piece
  }
  return [...found.values()]
}

/**
 * Accepts or rejects suggestions: those with these ids, or all. null: there are none of them.
 * Not by the package's own commands, which take suggestions that touch for one.
 */
export function resolved(state: EditorState, ids: ReadonlySet<string> | 'all', accept: boolean): Transaction | null {
  const pieces = piecesOf(state.doc).filter(({ id }) => ids === 'all' || ids.has(id))
  if (pieces.length === 0) return null
  const tr = state.tr
  const goes = accept ? 'deletion' : 'insertion'
  const ranges: { from: number; to: number; id: string }[] = []
  for (const { from, to, id, kind } of pieces) {
    if (kind !== goes) continue
    const last = ranges.at(-1)
    if (last !== undefined && last.id === id && onlyBoundary(state.doc, last.to, from)) last.to = to
    else ranges.push({ from, to, id })
  }
  // From the end, so that what is still to do stays where it is.
  const steps = [...ranges.map((range) => ({ from: range.from, run: () => remove(tr, range.from, range.to) })), ...pieces.filter(({ kind }) => kind !== goes).map((piece) => ({ from: piece.from, run: () => keep(tr, piece) }))]
  for (const { run } of steps.sort((a, b) => b.from - a.from)) run()
  return tr.setMeta(suggestChangesKey, { skip: true })
}

function keep(tr: Transaction, { from, to, kind, text }: Piece): void {
  const type = tr.doc.type.schema.marks[kind]
  if (type !== undefined) tr.removeMark(from, to, type)
  for (let at = text.length - 1; at >= 0; at -= 1) if (text.charAt(at) === HOLDER) tr.delete(from + at, from + at + 1)
}

/** Takes text out; blocks of which nothing is left go with it. */
function remove(tr: Transaction, from: number, to: number): void {
  const [$from, $to] = [tr.doc.resolve(from), tr.doc.resolve(to)]
  const whole = $from.parentOffset === 0 && $to.parentOffset === $to.parent.content.size
  const block = whole ? wholeBlocks($from, $to) : null
  if (block === null) tr.delete(from, to)
  else tr.delete(block.from, block.to)
}

function wholeBlocks($from: ResolvedPos, $to: ResolvedPos): { from: number; to: number } | null {
  const range = $from.blockRange($to)
  if (range === null) return null
  let { depth } = range
  let [from, to] = [range.start, range.end]
  // A list item, a quote or a box with nothing in it goes as a whole.
  while (depth > 0 && from === $from.start(depth) && to === $from.end(depth)) {
    from = $from.before(depth)
    to = $from.after(depth)
    depth -= 1
  }
  const parent = $from.node(depth)
  return from === $from.start(depth) && to === $from.end(depth) ? null : parent.canReplace($from.index(depth), $to.indexAfter(depth)) ? { from, to } : null
}

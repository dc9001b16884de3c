import { transformToSuggestionTransaction } from '@handlewithcare/prosemirror-suggest-changes'
import type { Mark, MarkType, Node } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'

/**
 * A change as a suggestion: what it inserts is marked as inserted, what it deletes stays and is marked as deleted. The
 * package does that; here its answer is made to fit a text that several people share:
 * - Yjs carries marks of text only. Whole blocks of text that were put in or taken out are marked letter by letter; what
 *   cannot be said like that (pictures, the kind of a block, attributes) is no suggestion: the answer is null.
 * - The package takes a neighbouring suggestion's id for a new one. Here everybody's words keep their author.
 */

/** An invisible character that holds a mark where there is no other (the package's own). */
export const HOLDER = '\u200b'

const isMark = (mark: Mark) => mark.type.name === 'insertion' || mark.type.name === 'deletion'
export const suggestionMarkOf = (node: Node): Mark | undefined => node.marks.find(isMark)

/** `freshId`: a new id of this person's; `isMine`: whether an id is one of theirs. */
export type Author = { freshId: () => string; isMine: (id: string) => boolean }

/** The transaction that suggests what `tr` would do, or null where that cannot be suggested. */
export function asSuggestion(tr: Transaction, state: EditorState, author: Author): Transaction | null {
  let tracked: Transaction
  try {
    tracked = transformToSuggestionTransaction(tr, state, author.freshId)
    if (!marksLettersOnly(tracked)) return null
    keepAuthors(tracked, state.doc, author)
  } catch {
    // The package knows no way for this change. It must not be lost: it is made directly.
    return null
  }
  moveOn(tr, state, tracked)
  return tracked
}

/** Marks of whole text blocks become marks of their letters; false where something else would be marked. */
function marksLettersOnly(tracked: Transaction): boolean {
  const blocks: { pos: number; node: Node; mark: Mark }[] = []
  const breaks: { pos: number; mark: Mark }[] = []
  let possible = true
  tracked.doc.descendants((node, pos) => {
    if (node.isText) return false
    if (node.marks.some(({ type }) => type.name === 'modification')) possible = false
    const mark = suggestionMarkOf(node)
    if (mark === undefined) return possible
    if (node.isInline) breaks.push({ pos, mark })
    else if (node.isAtom) possible = false
    else blocks.push({ pos, node, mark })
    return possible
  })
  if (!possible || blocks.some(({ node }) => holdsAtoms(node))) return false
  // A line break inside a paragraph is a node, whose mark Yjs would drop.
  for (const { pos, mark } of breaks) tracked.removeNodeMark(pos, mark)
  for (const { pos, node, mark } of blocks.reverse()) spellOut(tracked, pos, node, mark)
  return true
}

function holdsAtoms(block: Node): boolean {
  let found = false
  block.descendants((node) => {
    if (node.isBlock && node.isAtom) found = true
  })
  return found
}

function spellOut(tracked: Transaction, pos: number, block: Node, mark: Mark): void {
  tracked.removeNodeMark(pos, mark)
  const within: { from: number; to: number }[] = []
  const visit = (node: Node, at: number) => {
    if (node.isTextblock) within.push({ from: at + 1, to: at + 1 + node.content.size })
    else node.forEach((child, offset) => visit(child, at + 1 + offset))
  }
  visit(block, pos)
  for (const { from, to } of within.reverse()) {
    if (from === to) tracked.insert(from, tracked.doc.type.schema.text(HOLDER, [mark]))
    else tracked.addMark(from, to, mark)
  }
}

/** Gives back to others what the package took into one's own suggestion, and the other way round. */
function keepAuthors(tracked: Transaction, before: Node, { freshId, isMine }: Author): void {
  const back = new Mapping(tracked.mapping.maps).invert()
  const fixes: { at: number; type: MarkType; id: string | null }[] = []
  let own: string | null = null
  /** null: a letter that stood here before and was nobody's insertion is none now; the package marks one too many beside a holder. */
  const rightId = (mark: Mark, at: number): string | null => {
    const id = String(mark.attrs.id)
    const old = back.mapResult(at, 1)
    const had = old.deletedAfter ? undefined : before.nodeAt(old.pos)?.marks.find(({ type }) => type === mark.type)
    if (!old.deletedAfter && had === undefined && mark.type.name === 'insertion') return null
    const oldId = had === undefined ? null : String(had.attrs.id)
    if (oldId !== null && !(isMine(oldId) && isMine(id))) return oldId
    return isMine(id) ? id : (own ??= freshId())
  }
  tracked.doc.descendants((node, pos) => {
    const mark = node.isText ? suggestionMarkOf(node) : undefined
    if (mark === undefined) return
    for (let at = pos; at < pos + node.nodeSize; at += 1) {
      const id = rightId(mark, at)
      if (id !== mark.attrs.id) fixes.push({ at, type: mark.type, id })
    }
  })
  for (const { at, type, id } of fixes) {
    if (id === null) tracked.removeMark(at, at + 1, type)
    else tracked.addMark(at, at + 1, type.create({ id }))
  }
}

/** Deleting forwards passes over what is marked as deleted; else the Delete key would stay where it is for ever. */
function moveOn(tr: Transaction, state: EditorState, tracked: Transaction): void {
  if (!state.selection.empty || tr.steps.length !== 1) return
  const caret = state.selection.from
  let end = -1
  tr.steps[0]?.getMap().forEach((from, to, newFrom, newTo) => {
    if (from === caret && to > from && newFrom === newTo) end = to
  })
  if (end === -1) return
  tracked.setSelection(TextSelection.near(tracked.doc.resolve(tracked.mapping.map(end, 1)), 1))
}

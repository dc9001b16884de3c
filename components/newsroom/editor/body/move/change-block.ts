import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'

/** A copy of the block at `pos` behind it, selected. */
export function duplicateBlock(state: EditorState, pos: number): Transaction | null {
  const block = state.doc.nodeAt(pos)
  if (block === null) return null
  const at = pos + block.nodeSize
  const tr = state.tr.insert(at, block.copy(block.content))
  return tr.setSelection(NodeSelection.isSelectable(block) ? NodeSelection.create(tr.doc, at) : TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView()
}

/** Takes the block at `pos` away, with the last one leaving an empty paragraph; the last picture of a gallery takes that along. */
export function deleteBlock(state: EditorState, pos: number): Transaction | null {
  const $pos = state.doc.resolve(pos)
  const block = $pos.nodeAfter
  if (block === null) return null
  const [from, to] = $pos.depth > 0 && $pos.parent.childCount === 1 ? [$pos.before(), $pos.after()] : [pos, pos + block.nodeSize]
  const paragraph = state.schema.nodes.paragraph
  const isAll = from === 0 && to === state.doc.content.size
  const tr = isAll && paragraph !== undefined ? state.tr.replaceWith(from, to, paragraph.create()) : state.tr.delete(from, to)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)), 1)).scrollIntoView()
}

/** What a block of text can be turned into. */
export const TEXT_KINDS = ['paragraph', 'subhead', 'smallerSubhead', 'bulletList', 'orderedList', 'blockquote', 'pullQuote', 'factBox'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

export const TEXT_KIND_NAMES: Record<TextKind, string> = {
  paragraph: 'paragraph',
  subhead: 'subhead',
  smallerSubhead: 'smaller subhead',
  bulletList: 'bulleted list',
  orderedList: 'numbered list',
  blockquote: 'block quote',
  pullQuote: 'pull quote',
  factBox: 'fact box',
}

/** What kind of text a block is; null for pictures, tables and cards. */
export function textKindOf(block: Node): TextKind | null {
  if (block.type.name === 'heading') return block.attrs.level === 3 ? 'smallerSubhead' : 'subhead'
  return TEXT_KINDS.find((kind) => kind === block.type.name) ?? null
}

/** Turns the block of text at `pos` into another kind; its words stay, a name or title in it becomes a line. null where it is no text. */
export function turnInto(state: EditorState, pos: number, kind: TextKind): Transaction | null {
  const block = state.doc.nodeAt(pos)
  if (block === null || textKindOf(block) === null) return null
  const made = blocksOfKind(state.schema, linesOf(block), kind)
  const tr = state.tr.replaceWith(pos, pos + block.nodeSize, made)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(pos + 1))).scrollIntoView()
}

/** The lines of a block of text, each as what stands in it. */
function linesOf(block: Node): Fragment[] {
  const { schema } = block.type
  const words: unknown = block.type.name === 'factBox' ? block.attrs.title : block.type.name === 'pullQuote' ? block.attrs.attribution : ''
  const extra = typeof words === 'string' && words.trim() !== '' ? [Fragment.from(schema.text(words.trim()))] : []
  const lines: Fragment[] = []
  if (block.isTextblock) lines.push(block.content)
  else block.descendants((node) => (node.isTextblock ? (lines.push(node.content), false) : true))
  return block.type.name === 'factBox' ? [...extra, ...lines] : [...lines, ...extra]
}

function blocksOfKind(schema: Schema, lines: Fragment[], kind: TextKind): Node[] {
  const make = (name: string, attrs: Record<string, unknown> | null, content: Fragment | Node[]) => schema.node(name, attrs, content)
  const paragraphs = () => lines.map((line) => make('paragraph', null, line))
  switch (kind) {
    case 'paragraph':
      return paragraphs()
    case 'subhead':
    case 'smallerSubhead':
      return lines.map((line) => make('heading', { level: kind === 'subhead' ? 2 : 3 }, line))
    case 'bulletList':
    case 'orderedList':
      return [make(kind, null, paragraphs().map((paragraph) => make('listItem', null, [paragraph])))]
    case 'blockquote':
      return [make('blockquote', null, paragraphs())]
    case 'factBox':
      return [make('factBox', null, paragraphs())]
    case 'pullQuote':
      return [make('pullQuote', null, lines.reduce((all, line) => all.append(Fragment.from(schema.node('hardBreak'))).append(line)))]
  }
}

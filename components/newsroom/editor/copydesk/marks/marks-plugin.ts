import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { DeskFinding } from '../desk-types.ts'
import { blockOf, rangeIn, textBlocks, type Range } from './locate.ts'

type Marked = { findings: readonly DeskFinding[]; current: string | null }

/** The marks of the copy desk in the text. They are decorations: no part of the document, and nobody else sees them. */
export const marksKey = new PluginKey<DecorationSet>('copydeskMarks')

const idOf = (decoration: Decoration): unknown => decoration.spec['finding']

function classOf(finding: DeskFinding, current: string | null): string {
  return `copydesk-mark copydesk-${finding.kind}${finding.id === current ? ' copydesk-current' : ''}`
}

/** Marks for findings at their passages; where a block is being typed in, its old marks stay until it is read again. */
export function decorationsFor(doc: EditorState['doc'], { findings, current }: Marked, before: DecorationSet): DecorationSet {
  const blocks = textBlocks(doc)
  const marks = findings.flatMap((finding): Decoration[] => {
    if (finding.place.field !== 'body') return []
    const attrs = { class: classOf(finding, current), 'data-finding': finding.id }
    const block = blockOf(blocks, finding)
    if (block === null) return before.find(undefined, undefined, (spec) => spec['finding'] === finding.id).map(({ from, to }) => Decoration.inline(from, to, attrs, { finding: finding.id }))
    const { from, to } = rangeIn(block, finding.place)
    if (from < to) return [Decoration.inline(from, to, attrs, { finding: finding.id })]
    // Nothing to underline: the block itself is what is wrong.
    return [Decoration.node(block.start - 1, block.start - 1 + block.node.nodeSize, attrs, { finding: finding.id })]
  })
  return DecorationSet.create(doc, marks)
}

/** Where a finding stands in the text as it is now, or null where its passage is gone or changed. */
export function markedRange(state: EditorState, finding: DeskFinding): Range | null {
  const block = blockOf(textBlocks(state.doc), finding)
  return block === null ? null : rangeIn(block, finding.place)
}

/** `onPick`: a mark was clicked. */
export function marksPlugin(onPick: (id: string) => void): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: marksKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, marks) => {
        const set: unknown = transaction.getMeta(marksKey)
        return set instanceof DecorationSet ? set : marks.map(transaction.mapping, transaction.doc)
      },
    },
    props: {
      decorations: (state) => marksKey.getState(state),
      handleClick: (view: EditorView, pos: number) => {
        const [mark] = marksKey.getState(view.state)?.find(pos, pos) ?? []
        const id = mark === undefined ? null : idOf(mark)
        if (typeof id === 'string') onPick(id)
        return false
      },
    },
  })
}

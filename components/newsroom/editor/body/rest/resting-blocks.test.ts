import { EditorState, TextSelection } from '@tiptap/pm/state'
import { DecorationSet } from '@tiptap/pm/view'
import { expect, test } from 'vitest'
import { paragraph, stateOf } from '../testing-states.ts'
import { RestingBlocks } from './resting-blocks.ts'

const [plugin] = RestingBlocks.config.addProseMirrorPlugins?.call({} as never) ?? []
if (plugin === undefined) throw new Error('no plugin')

/** A text of so many paragraphs of one letter, with the cursor in the block `at`. */
function long(blocks: number, at: number): EditorState {
  const { doc } = stateOf(...Array.from({ length: blocks }, () => paragraph('a')))
  return EditorState.create({ doc, plugins: [plugin as never], selection: TextSelection.create(doc, at * 3 + 1) })
}

/** The indexes of the blocks that rest. */
function asleep(state: EditorState): number[] {
  const set = plugin?.props.decorations?.call(plugin, state)
  return (set instanceof DecorationSet ? set : DecorationSet.empty)
    .find()
   .map(({ from }) => state.doc.resolve(from).index(0))
}

const between = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

test('a short text is laid out whole', () => {
  expect(asleep(long(29, 3))).toEqual([])
})

test('in a long one, the blocks at the cursor never rest, wherever it goes', () => {
  let state = long(40, 0)
  expect(asleep(state)).toEqual(between(4, 40))
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 20 * 3 + 1)))
  expect(asleep(state)).toEqual([...between(0, 17), ...between(24, 40)])
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 1, 39 * 3 + 1)))
  expect(asleep(state)).toEqual([])
})

test('a block that comes in is awake with the cursor in it; typing moves the marks along', () => {
  let state = long(40, 20)
  state = state.apply(state.tr.split(state.selection.from))
  expect(state.selection.$from.index(0)).toBe(21)
  expect(asleep(state)).toEqual([...between(0, 18), ...between(25, 41)])
  state = state.apply(state.tr.insertText('typed', 1))
  expect(asleep(state)).toEqual([...between(0, 18), ...between(25, 41)])
})

import { getSchema } from '@tiptap/core'
import { EditorState, NodeSelection, TextSelection, type Command, type Transaction } from '@tiptap/pm/state'
import { schemaExtensions } from './story-extensions.ts'

/** For tests: states of the editor without a browser. */

const schema = getSchema(schemaExtensions)

export const ASSET = '0198c0de-0000-7000-8000-000000000000'
type Json = { type: string; attrs?: object; content?: object[] }

export const text = (words: string) => ({ type: 'text', text: words })
export const paragraph = (words: string): Json => ({ type: 'paragraph', ...(words === '' ? {} : { content: [text(words)] }) })
export const picture = (caption = ''): Json => ({ type: 'image', attrs: { assetId: ASSET, caption, alt: '', credit: '' } })
export const item = (...content: object[]): Json => ({ type: 'listItem', content })
export const cell = (words: string, attrs: object = {}): Json => ({ type: 'tableCell', attrs, content: [paragraph(words)] })
export const row = (...content: object[]): Json => ({ type: 'tableRow', content })
export const table = (...content: object[]): Json => ({ type: 'table', attrs: { caption: '' }, content })

/** A state with these blocks. */
export function stateOf(...content: object[]): EditorState {
  return EditorState.create({ schema, doc: schema.nodeFromJSON({ type: 'doc', content }) })
}

/** The same with the cursor at `pos`, or the text from there to `head` selected. */
export function cursorAt(state: EditorState, pos: number, head = pos): EditorState {
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos, head)))
}

/** The same with the node at `pos` selected. */
export function nodeAt(state: EditorState, pos: number): EditorState {
  return state.apply(state.tr.setSelection(NodeSelection.create(state.doc, pos)))
}

/** What a change makes of a state; the change must apply. */
export function after(state: EditorState, change: Transaction | null): EditorState {
  if (change === null) throw new Error('the change does not apply')
  return state.apply(change)
}

/** What a command makes of a state; null where it does not apply. */
export function ran(state: EditorState, command: Command): EditorState | null {
  let next: EditorState | null = null
  const applies = command(state, (tr) => (next = state.apply(tr)))
  return applies ? (next ?? state) : null
}

/** The blocks of a state in brief: "paragraph one", "image", "table". */
export function blocksOf(state: EditorState): string[] {
  return state.doc.content.content.map((node) => `${node.type.name} ${node.textContent}`.trim())
}

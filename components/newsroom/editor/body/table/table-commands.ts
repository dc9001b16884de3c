import { TextSelection, type Command, type EditorState } from '@tiptap/pm/state'
import { addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, isInTable, selectedRect, toggleHeaderRow } from '@tiptap/pm/tables'
import type { Node, Schema } from '@tiptap/pm/model'

/** As many as domain/document/schema.ts lets a table have. */
const MAX_COLUMNS = 20
const MAX_ROWS = 200

/** A table of empty cells, its first row the heads of the columns. */
export function emptyTable(rows: number, columns: number): { type: string; attrs: { caption: string }; content: object[] } {
  const cells = (type: string) => Array.from({ length: columns }, () => ({ type, content: [{ type: 'paragraph' }] }))
  return {
    type: 'table',
    attrs: { caption: '' },
    content: Array.from({ length: rows }, (_, row) => ({ type: 'tableRow', content: cells(row === 0 ? 'tableHeader' : 'tableCell') })),
  }
}

const withRoom =
  (what: 'rows' | 'columns', command: Command): Command =>
  (state, dispatch) => {
    if (!isInTable(state)) return false
    const { map } = selectedRect(state)
    return (what === 'rows' ? map.height < MAX_ROWS : map.width < MAX_COLUMNS) && command(state, dispatch)
  }

export const addRowAbove: Command = withRoom('rows', addRowBefore)
export const addRowBelow: Command = withRoom('rows', addRowAfter)
export const addColumnLeft: Command = withRoom('columns', addColumnBefore)
export const addColumnRight: Command = withRoom('columns', addColumnAfter)
export const switchHeaderRow: Command = (state, dispatch) => isInTable(state) && toggleHeaderRow(state, dispatch)

/** Takes the row at the cursor away, with the last one the table. */
export const removeRow: Command = (state, dispatch) => {
  if (!isInTable(state)) return false
  const { top, bottom, map } = selectedRect(state)
  return bottom - top === map.height ? removeTable(state, dispatch) : deleteRow(state, dispatch)
}

/** Takes the column at the cursor away, with the last one the table. */
export const removeColumn: Command = (state, dispatch) => {
  if (!isInTable(state)) return false
  const { left, right, map } = selectedRect(state)
  return right - left === map.width ? removeTable(state, dispatch) : deleteColumn(state, dispatch)
}

/** Puts an empty paragraph in place of the table at the cursor. */
export const removeTable: Command = (state, dispatch) => {
  const found = tableAt(state)
  const paragraph = paragraphOf(state.schema)
  if (found === null || paragraph === null) return false
  const tr = state.tr.replaceWith(found.from, found.to, paragraph)
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, found.from + 1)).scrollIntoView())
  return true
}

/** Backspace in a table with nothing in it takes the table away. */
export const deleteEmptyTable: Command = (state, dispatch) => {
  const found = tableAt(state)
  const isEmpty = found !== null && state.selection.empty && found.node.textContent === '' && found.node.attrs.caption === ''
  return isEmpty && state.selection.$from.start(found.depth + 3) === firstTextPosition(found.from) && removeTable(state, dispatch)
}

/** Goes on in a new paragraph below the table. */
export const leaveTable: Command = (state, dispatch) => {
  const found = tableAt(state)
  const paragraph = paragraphOf(state.schema)
  if (found === null || paragraph === null) return false
  const tr = state.tr.insert(found.to, paragraph)
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, found.to + 1)).scrollIntoView())
  return true
}

function tableAt(state: EditorState): { node: Node; depth: number; from: number; to: number } | null {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === 'table') return { node: $from.node(depth), depth, from: $from.before(depth), to: $from.after(depth) }
  }
  return null
}

/** Table, row, cell and paragraph open one after the other. */
function firstTextPosition(tableFrom: number): number {
  return tableFrom + 4
}

function paragraphOf(schema: Schema): Node | null {
  return schema.nodes.paragraph?.create() ?? null
}

'use client'

import { NodeViewContent, NodeViewWrapper, ReactNodeViewRenderer, useEditorState, type ReactNodeViewProps } from '@tiptap/react'
import { TextSelection, type Command } from '@tiptap/pm/state'
import { useBody } from '../body-context.client.tsx'
import { MenuButton } from '../menu/menu-button.client.tsx'
import { Table } from '../nodes/table-nodes.ts'
import { runCommand } from '../table/run-command.ts'
import { addColumnLeft, addColumnRight, addRowAbove, addRowBelow, removeColumn, removeRow, removeTable, switchHeaderRow } from '../table/table-commands.ts'
import { WordField } from './parts/word-field.client.tsx'

const ITEMS: readonly { id: string; label: string; command: Command }[] = [
  { id: 'above', label: 'Add a row above', command: addRowAbove },
  { id: 'below', label: 'Add a row below', command: addRowBelow },
  { id: 'left', label: 'Add a column to the left', command: addColumnLeft },
  { id: 'right', label: 'Add a column to the right', command: addColumnRight },
  { id: 'header', label: 'First row as heads on or off', command: switchHeaderRow },
  { id: 'no-row', label: 'Remove this row', command: removeRow },
  { id: 'no-column', label: 'Remove this column', command: removeColumn },
  { id: 'no-table', label: 'Remove the table', command: removeTable },
]

function TableView({ node, editor, getPos, updateAttributes }: ReactNodeViewProps) {
  const { readOnly } = useBody()
  const hasCursor = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const pos = getPos()
      return pos !== undefined && state.selection.from > pos && state.selection.to < pos + node.nodeSize
    },
  })
  const run = (command: Command) => {
    const pos = getPos()
    if (pos === undefined) return
    // Without a cursor in it, the first cell is meant.
    if (!hasCursor) editor.view.dispatch(editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(pos + 3))))
    runCommand(editor, command)
    editor.commands.focus()
  }
  const rows = node.childCount
  const columns = node.firstChild?.childCount ?? 0
  return (
    <NodeViewWrapper className="my-4">
      <div role="group" aria-label={`Table, ${rows} rows, ${columns} columns`}>
        {!readOnly && (
          <div contentEditable={false} className="mb-1 flex justify-end font-sans">
            <MenuButton label="Rows and columns" items={ITEMS.map(({ id, label, command }) => ({ id, label, run: () => run(command) }))} className="button button-small pointer-coarse:min-h-11">
              Rows and columns
            </MenuButton>
          </div>
        )}
        <div className="max-w-full overflow-x-auto">
          <NodeViewContent<'table'> as="table" />
        </div>
        <WordField node={node} name="caption" label="Caption of the table" longest={200} onChange={updateAttributes} />
      </div>
    </NodeViewWrapper>
  )
}

/** A table with its caption and the menu of its rows and columns. */
export const TableField = Table.extend({ addNodeView: () => ReactNodeViewRenderer(TableView, { contentDOMElementTag: 'tbody' }) })

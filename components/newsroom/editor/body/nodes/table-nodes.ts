import { Node } from '@tiptap/core'
import { goToNextCell, tableEditing } from '@tiptap/pm/tables'
import { Plugin, type Command } from '@tiptap/pm/state'
import { addRowBelow, deleteEmptyTable, leaveTable } from '../table/table-commands.ts'
import { withoutMergedCells } from '../table/split-cells.ts'
import { isRemoteChange } from '../table/remote-change.ts'
import { runCommand } from '../table/run-command.ts'

/** What prosemirror-tables calls our nodes. */
const ROLES = new Map([
  ['table', 'table'],
  ['tableRow', 'row'],
  ['tableCell', 'cell'],
  ['tableHeader', 'header_cell'],
])

/**
 * prosemirror-tables asks every cell for these. Here they never hold anything but 1, 1 and null: no cell is merged, and
 * the stored form leaves them out (domain/document/to-story-table.ts).
 */
const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (element: HTMLElement) => Math.min(20, Math.max(1, Number.parseInt(element.getAttribute(name) ?? '1', 10) || 1)),
  renderHTML: (values: Record<string, unknown>) => (values[name] === 1 ? {} : { [name]: values[name] }),
})
const cellAttributes = () => ({ colspan: span('colspan'), rowspan: span('rowspan'), colwidth: { default: null, rendered: false, parseHTML: () => null } })

/** Rows of cells under a caption. */
export const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  selectable: true,
  draggable: false,
  addAttributes: () => ({
    caption: {
      default: '',
      parseHTML: (element) => (element.getAttribute('data-caption') ?? element.querySelector(':scope > caption')?.textContent?.trim() ?? '').slice(0, 200),
      renderHTML: ({ caption }) => ({ 'data-caption': caption }),
    },
  }),
  parseHTML: () => [{ tag: 'table' }, { tag: 'caption', ignore: true }, { tag: 'colgroup', ignore: true }],
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
  extendNodeSchema: ({ name }) => {
    const tableRole = ROLES.get(name)
    return tableRole === undefined ? {} : { tableRole }
  },
  addKeyboardShortcuts() {
    const run = (command: Command) => () => runCommand(this.editor, command)
    return {
      Tab: () => runCommand(this.editor, goToNextCell(1)) || (runCommand(this.editor, addRowBelow) && runCommand(this.editor, goToNextCell(1))),
      'Shift-Tab': run(goToNextCell(-1)),
      'Mod-Enter': run(leaveTable),
      Backspace: run(deleteEmptyTable),
      Delete: run(deleteEmptyTable),
    }
  },
  addProseMirrorPlugins() {
    const editing = tableEditing()
    const repair = editing.spec.appendTransaction
    return [
      new Plugin({
        ...editing.spec,
        // Two people who repair the same table at once would repair each other's repair: only who changes it does.
        appendTransaction(transactions, before, now) {
          return transactions.some(isRemoteChange) ? null : repair?.call(this, transactions, before, now)
        },
        props: { ...editing.spec.props, transformPasted: withoutMergedCells },
      }),
    ]
  },
})

export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0],
})

export const TableCell = Node.create({
  name: 'tableCell',
  content: 'paragraph+',
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
})

/** A cell of the first row or column that names what stands below or beside it. */
export const TableHeader = Node.create({
  name: 'tableHeader',
  content: 'paragraph+',
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
})

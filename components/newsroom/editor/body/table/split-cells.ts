import { Fragment, Slice, type Node } from '@tiptap/pm/model'

const MAX_COLUMNS = 20

/** What is pasted, every merged cell of its tables split: its words in the first part, the others empty. */
export function withoutMergedCells(slice: Slice): Slice {
  let found = false
  slice.content.descendants((node) => {
    if (isMerged(node)) found = true
    return !found
  })
  return found ? new Slice(splitIn(slice.content), slice.openStart, slice.openEnd) : slice
}

function isMerged(node: Node): boolean {
  return node.type.spec.tableRole !== undefined && (spanOf(node, 'colspan') > 1 || spanOf(node, 'rowspan') > 1)
}

function spanOf(node: Node, name: 'colspan' | 'rowspan'): number {
  const value: unknown = node.attrs[name]
  return typeof value === 'number' ? value : 1
}

function splitIn(content: Fragment): Fragment {
  const rows = content.content.some((node) => node.type.spec.tableRole === 'row')
  if (rows) return Fragment.fromArray(splitRows(content.content))
  return Fragment.fromArray(content.content.map((node) => (node.isText || node.isLeaf ? node : node.copy(splitIn(node.content)))))
}

/** Rows one after the other; what a cell covers further down becomes an empty cell there. */
function splitRows(rows: readonly Node[]): Node[] {
  /** By column: how many rows below are still covered, and with which kind of cell. */
  let covered = new Map<number, { rows: number; cell: Node }>()
  return rows.map((row) => {
    const below = new Map<number, { rows: number; cell: Node }>()
    const cells: Node[] = []
    const cover = () => {
      for (let above = covered.get(cells.length); above !== undefined && cells.length < MAX_COLUMNS; above = covered.get(cells.length)) {
        if (above.rows > 1) below.set(cells.length, { rows: above.rows - 1, cell: above.cell })
        cells.push(above.cell)
      }
    }
    row.forEach((node) => {
      cover()
      const [across, down] = [spanOf(node, 'colspan'), spanOf(node, 'rowspan')]
      const single = { ...node.attrs, colspan: 1, rowspan: 1, colwidth: null }
      const blank = node.type.createAndFill(single)
      for (let part = 0; part < across && (part === 0 || cells.length < MAX_COLUMNS); part += 1) {
        if (blank === null) break
        if (down > 1) below.set(cells.length, { rows: down - 1, cell: blank })
        cells.push(part === 0 ? node.type.create(single, node.content, node.marks) : blank)
      }
    })
    cover()
    covered = below
    return row.copy(Fragment.fromArray(cells))
  })
}

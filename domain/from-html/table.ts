import type { Paragraph, Table, TableCell, TableRow } from '../document/schema.ts'
import type { HtmlElement, HtmlNode } from './tree.ts'

const MOST_COLUMNS = 20
const MOST_ROWS = 200
const MOST_PARAGRAPHS = 20

function rowsIn(nodes: readonly HtmlNode[], inHead = false): { row: HtmlElement; inHead: boolean }[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return []
    if (node.tag === 'tr') return [{ row: node, inHead }]
    return ['thead', 'tbody', 'tfoot'].includes(node.tag) ? rowsIn(node.children, inHead || node.tag === 'thead') : []
  })
}

function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.attrs[name] ?? '1', 10)
  return Number.isFinite(span) ? Math.min(MOST_COLUMNS, Math.max(1, span)) : 1
}

/**
 * A table as ours: every row has the same number of cells. What stands in a merged cell stays in the first of the cells
 * that it is parted into. null: no table of data (one cell around everything, as mail and page layouts have it; or too
 * large to be read on a page), so that its contents are taken as text.
 */
export function tableOf(element: HtmlElement, paragraphsIn: (cell: HtmlElement) => Paragraph[]): Table | null {
  const grid = gridOf(rowsIn(element.children))
  const width = Math.max(0, ...grid.map(({ length }) => length))
  if (width === 0 || width > MOST_COLUMNS || grid.length > MOST_ROWS || (width === 1 && grid.length === 1) || element.attrs.role === 'presentation') return null
  const cellOf = (place: Place | undefined): TableCell => {
    if (place === undefined || place.cell === null) return { type: 'tableCell', content: [{ type: 'paragraph' }] }
    const content = paragraphsIn(place.cell).slice(0, MOST_PARAGRAPHS)
    return { type: place.cell.tag === 'th' || place.inHead ? 'tableHeader' : 'tableCell', content: content.length === 0 ? [{ type: 'paragraph' }] : content }
  }
  const content = grid.map((places): TableRow => ({ type: 'tableRow', content: Array.from({ length: width }, (_, column) => cellOf(places[column])) }))
  return { type: 'table', attrs: { caption: '' }, content }
}

/** A place in the grid; `cell` null: covered by a merged cell. */
type Place = { cell: HtmlElement | null; inHead: boolean }

/** Which cell begins where, before any of them is read: cells may hold tables, and reading twice at each level would never end. */
function gridOf(found: readonly { row: HtmlElement; inHead: boolean }[]): Place[][] {
  const rows: Place[][] = found.map(() => [])
  found.slice(0, MOST_ROWS + 1).forEach(({ row, inHead }, at) => {
    let column = 0
    for (const cell of row.children) {
      if (typeof cell === 'string' || (cell.tag !== 'td' && cell.tag !== 'th') || column > MOST_COLUMNS) continue
      while (rows[at]?.[column] !== undefined) column += 1
      for (let down = 0; down < spanOf(cell, 'rowspan'); down += 1) {
        for (let across = 0; across < spanOf(cell, 'colspan'); across += 1) {
          const line = rows[at + down]
          if (line !== undefined && line[column + across] === undefined) line[column + across] = { cell: down === 0 && across === 0 ? cell : null, inHead }
        }
      }
      column += spanOf(cell, 'colspan')
    }
  })
  return rows.filter(({ length }) => length > 0)
}

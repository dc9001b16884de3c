import { attribute, childrenOf, inlines, textAttribute, type Loose } from './loose-json.ts'
import type { Inline, Paragraph, Table, TableCell, TableRow } from './schema.ts'

const MAX_COLUMNS = 20
const MAX_ROWS = 200
const MAX_PARAGRAPHS = 20

/**
 * A table as it is stored: every row of one length, no merged cells (a cell over several columns becomes one cell with
 * empty ones behind it). What is too wide moves into the last column, what is too long into another table: no word is
 * lost. Empty where no row has a cell.
 */
export function tablesOf(node: Loose): Table[] {
  const rows = childrenOf(node).filter(({ type }) => type === 'tableRow').map(cellsOf)
  const width = Math.max(0, ...rows.map((cells) => cells.length))
  if (width === 0) return []
  const even = rows.map((cells): TableRow => ({ type: 'tableRow', content: [...cells, ...fillers(cells, width - cells.length)] }))
  const caption = textAttribute(node, 'caption', 200)
  return Array.from({ length: Math.ceil(even.length / MAX_ROWS) }, (_, part) => ({
    type: 'table',
    attrs: { caption: part === 0 ? caption : '' },
    content: even.slice(part * MAX_ROWS, (part + 1) * MAX_ROWS),
  }))
}

function cellsOf(row: Loose): TableCell[] {
  const cells: TableCell[] = []
  for (const node of childrenOf(row)) {
    if (node.type !== 'tableCell' && node.type !== 'tableHeader') continue
    const paragraphs = childrenOf(node).filter(({ type }) => type === 'paragraph').map((child): Paragraph => ({ type: 'paragraph', ...inlines(child) }))
    const last = cells.at(-1)
    if (last !== undefined && cells.length === MAX_COLUMNS) {
      last.content = fitting([...last.content, ...paragraphs])
      continue
    }
    const { type } = node
    cells.push({ type, content: paragraphs.length === 0 ? [{ type: 'paragraph' }] : fitting(paragraphs) })
    const span = attribute(node, 'colspan')
    for (let more = 1; typeof span === 'number' && more < span && cells.length < MAX_COLUMNS; more += 1) cells.push({ type, content: [{ type: 'paragraph' }] })
  }
  return cells
}

/** At most as many paragraphs as a cell takes; the rest follows in the last of them, on lines of its own. */
function fitting(paragraphs: Paragraph[]): Paragraph[] {
  if (paragraphs.length <= MAX_PARAGRAPHS) return paragraphs
  const rest = paragraphs.slice(MAX_PARAGRAPHS - 1).flatMap(({ content }, index): Inline[] => [...(index === 0 ? [] : [{ type: 'hardBreak' as const }]), ...(content ?? [])])
  return [...paragraphs.slice(0, MAX_PARAGRAPHS - 1), { type: 'paragraph', content: rest }]
}

function fillers(cells: TableCell[], count: number): TableCell[] {
  const type = cells.length > 0 && cells.every((cell) => cell.type === 'tableHeader') ? 'tableHeader' : 'tableCell'
  return Array.from({ length: count }, () => ({ type, content: [{ type: 'paragraph' }] }))
}

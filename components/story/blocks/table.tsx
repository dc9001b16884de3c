import type { Table, TableCell } from '#domain/document/schema.ts'
import { ParagraphBlock } from './paragraph.tsx'

/** A table; one that is wider than its column scrolls by itself, also from the keyboard. */
export function TableBlock({ block }: { block: Table }) {
  const { caption } = block.attrs
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable (WCAG 2.1.1)
    <div className="table-scroll" role="region" tabIndex={0} aria-label={caption === '' ? 'Table' : `Table: ${caption}`}>
      <table>
        {caption !== '' && <caption dir="auto">{caption}</caption>}
        <tbody>
          {block.content.map((row, index) => (
            <tr key={index}>
              {row.content.map((cell, column) => (
                <Cell key={column} cell={cell} scope={index === 0 ? 'col' : 'row'} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ cell, scope }: { cell: TableCell; scope: 'col' | 'row' }) {
  const words = cell.content.map((paragraph, index) => <ParagraphBlock key={index} block={paragraph} />)
  return cell.type === 'tableHeader' ? <th scope={scope}>{words}</th> : <td>{words}</td>
}

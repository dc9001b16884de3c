import type { Table, TableCell } from '#domain/document/schema.ts'
import type { Around } from '../around.ts'
import { ParagraphBlock } from './paragraph.tsx'

/** A table; one that is wider than its column scrolls by itself, also from the keyboard. */
export function TableBlock({ block, around }: { block: Table; around: Around }) {
  const { caption } = block.attrs
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable (WCAG 2.1.1)
    <div className="table-scroll" role="region" tabIndex={0} aria-label={caption === '' ? around.words.table : around.words.tableOf(caption)}>
      <table>
        {caption !== '' && <caption dir="auto">{caption}</caption>}
        <tbody>
          {block.content.map((row, index) => (
            <tr key={index}>
              {row.content.map((cell, column) => (
                <Cell key={column} cell={cell} scope={index === 0 ? 'col' : 'row'} around={around} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ cell, scope, around }: { cell: TableCell; scope: 'col' | 'row'; around: Around }) {
  const words = cell.content.map((paragraph, index) => <ParagraphBlock key={index} block={paragraph} around={around} />)
  return cell.type === 'tableHeader' ? <th scope={scope}>{words}</th> : <td>{words}</td>
}

import { COLUMN_NAMES, EMPTY_WORDS, type BoardCard, type BoardColumn } from '#domain/planning/board.ts'
import { Day, DueMark } from './due-mark.tsx'

const idOf = (column: BoardColumn['column']) => `column-${column.toLowerCase()}`

/** The board: columns side by side where there is room, else one below the other, with jumps to each. */
export function Board({ columns, today }: { columns: readonly BoardColumn[]; today: string }) {
  return (
    <>
      <nav aria-label="Columns of the board" className="mb-4 xl:hidden">
        <ul className="flex flex-wrap gap-2">
          {columns.map(({ column, total }) => (
            <li key={column}>
              <a href={`#${idOf(column)}`} className="button button-small max-lg:min-h-11">
                {COLUMN_NAMES[column]} ({total})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid items-start gap-6 xl:grid-cols-6 xl:gap-3">
        {columns.map((column) => (
          <Column key={column.column} {...column} today={today} />
        ))}
      </div>
    </>
  )
}

function Column({ column, cards, total, today }: BoardColumn & { today: string }) {
  const id = idOf(column)
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} tabIndex={-1} className="mb-2 border-b-2 border-strong pb-1 text-sm font-semibold">
        {COLUMN_NAMES[column]} <span className="text-soft">({total})</span>
      </h2>
      {cards.length === 0 && <p className="text-sm text-soft">{EMPTY_WORDS[column]}</p>}
      <ul className="flex flex-col gap-2">
        {cards.map((card) => (
          <li key={card.id} className="panel flex min-w-0 flex-col gap-1 p-3 text-sm">
            <Card card={card} today={today} />
          </li>
        ))}
      </ul>
      {total > cards.length && (
        <p className="mt-2 text-sm text-soft">
          {total - cards.length} more. Narrow the board, or see{' '}
          <a href={MORE[column]} className="text-link">
            the whole list
          </a>
          .
        </p>
      )}
    </section>
  )
}

const MORE: Record<BoardColumn['column'], string> = {
  pitched: '/newsroom/pitches',
  DRAFT: '/newsroom/stories?state=DRAFT',
  EDITING: '/newsroom/stories?state=EDITING',
  REVIEW: '/newsroom/stories?state=REVIEW',
  APPROVED: '/newsroom/stories?state=APPROVED',
  live: '/newsroom/stories?state=LIVE',
}

function Card({ card, today }: { card: BoardCard; today: string }) {
  return (
    <>
      <a href={card.href} className="font-serif text-base leading-snug font-semibold break-words hover:underline">
        {card.title}
      </a>
      <p className="break-words text-soft">{[card.section ?? 'No section', card.who.join(', ') || 'Nobody yet'].join(' · ')}</p>
      {card.due !== null && (
        <p>
          <DueMark due={card.due} today={today} />
        </p>
      )}
      {card.plannedFor !== null && (
        <p className="text-soft">
          Planned for <Day day={card.plannedFor} today={today} />
        </p>
      )}
      {card.photos !== null && <p className="text-soft">{card.photos}</p>}
    </>
  )
}

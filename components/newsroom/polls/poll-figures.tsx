import type { PollFigures as Figures, PollState } from '#domain/polls/poll.ts'

const STATES: Record<PollState, [string, string]> = { before: ['Not open yet', 'border-strong text-soft'], open: ['Open', 'border-good bg-good-wash text-good'], closed: ['Closed', 'border-strong text-soft'] }

/** How a poll stands, as word and colour. */
export function PollBadge({ state }: { state: PollState }) {
  const [word, colour] = STATES[state]
  return <span className={`inline-block rounded-sm border px-2 py-0.5 text-xs font-semibold whitespace-nowrap ${colour}`}>{word}</span>
}

/** The counts of a poll. */
export function PollFigures({ figures: { rows, total } }: { figures: Figures }) {
  return (
    <table className="w-full max-w-prose text-sm">
      <caption className="pb-2 text-left text-soft">{total === 1 ? '1 vote' : `${total} votes`}</caption>
      <thead>
        <tr className="border-b border-strong text-left">
          <th scope="col" className="py-1 font-semibold">Answer</th>
          <th scope="col" className="py-1 text-right font-semibold">Votes</th>
          <th scope="col" className="py-1 text-right font-semibold">Share</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ text, votes, percent }) => (
          <tr key={text} className="border-b border-rule">
            <th scope="row" className="py-1.5 pr-4 text-left font-normal break-words">{text}</th>
            <td className="py-1.5 text-right tabular-nums">{votes}</td>
            <td className="py-1.5 text-right tabular-nums">{percent}%</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import type { PollFigures } from '#domain/polls/poll.ts'
import type { Words } from '#domain/words/words.ts'

/** What a poll came to: a table whose shares are drawn as bars, too. */
export function PollResults({ figures: { rows, total }, words, caption }: { figures: PollFigures; words: Words['polls']; caption: string }) {
  return (
    <table className="poll-results">
      <caption className="score-hidden">{caption}</caption>
      <thead className="score-hidden">
        <tr>
          <th scope="col">{words.answer}</th>
          <th scope="col">{words.share}</th>
          <th scope="col">{words.votes}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ text, votes, percent }) => (
          <tr key={text}>
            <th scope="row" dir="auto">
              {text}
            </th>
            <td className="poll-share">
              <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect width={percent} height="4" />
              </svg>
              <b>{percent}%</b>
            </td>
            <td className="poll-votes">{words.total(votes)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot className="score-hidden">
        <tr>
          <th scope="row">{words.results}</th>
          <td>100%</td>
          <td>{words.total(total)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

import type { PollView } from '#domain/polls/poll.ts'
import type { Words } from '#domain/words/words.ts'

/**
 * The ballot: a plain form, the same for everybody. Without script it leads to a page made for whoever sends it, where the vote is counted; <fp-poll> votes in
 * place. `problem`: what was wrong with what was sent.
 */
export function PollForm({ poll, words, problem = null }: { poll: PollView; words: Words['polls']; problem?: string | null }) {
  return (
    <form method="get" action={`/api/polls/${poll.id}/turn`} className="poll-form">
      <fieldset aria-describedby={`poll-${poll.id}-note`}>
        <legend dir="auto">{poll.question}</legend>
        {poll.options.map(({ id, text }) => (
          <label key={id} className="poll-option">
            <input type="radio" name="option" value={id} required />
            <span dir="auto">{text}</span>
          </label>
        ))}
      </fieldset>
      <p className="poll-problem" role="status">
        {problem}
      </p>
      <button type="submit">{words.vote}</button>
      <p id={`poll-${poll.id}-note`} className="poll-note">
        {words.afterVoting} {words.note}
      </p>
    </form>
  )
}

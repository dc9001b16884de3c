import type { PollView } from '#domain/polls/poll.ts'
import { PollForm } from '#components/story/poll-form.tsx'
import { PollResults } from '#components/story/poll-results.tsx'
import type { Words } from '#domain/words/words.ts'

/** `voted`: with this page just now, or before. `option` and `ticket`: the answer that was chosen, and what counting it takes. */
type Props = { poll: PollView; words: Words['polls']; voted: 'now' | 'before' | null; option: string; ticket: string; problem: string; back: string }

const PROBLEMS = ['choose', 'notOpen', 'tooMany', 'failed'] as const

const isStory = (path: string) => /^\/[a-z0-9-]+\/[a-z0-9-]+$/.test(path)

/** The answer that was chosen, to be counted: this page is one visitor's, and good for one vote. */
function Count({ poll, text, words, option, ticket, back }: Pick<Props, 'poll' | 'words' | 'option' | 'ticket' | 'back'> & { text: string }) {
  return (
    <form method="post" action="/api/polls/vote" className="poll-form">
      {Object.entries({ poll: poll.id, option, ticket, back }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="poll-question" dir="auto">
        {poll.question}
      </p>
      <p>
        {words.yourAnswer}: <b dir="auto">{text}</b>
      </p>
      <p className="form-trap" aria-hidden="true">
        <label>
          {words.spam} <input type="text" name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </p>
      <button type="submit">{words.count}</button>
      <p className="poll-note">{words.note}</p>
    </form>
  )
}

function Ballot({ poll, words, option, ticket, problem, back }: Omit<Props, 'voted'>) {
  if (poll.state !== 'open') {
    return (
      <>
        <p className="poll-question">{poll.question}</p>
        <p className="poll-note">{words.notOpen}</p>
      </>
    )
  }
  const chosen = poll.options.find(({ id }) => id === option)
  if (chosen !== undefined && ticket !== '') return <Count poll={poll} text={chosen.text} words={words} option={option} ticket={ticket} back={isStory(back) ? back : ''} />
  const trouble = PROBLEMS.find((one) => one === problem)
  return <PollForm poll={poll} words={words} problem={trouble === undefined ? null : words[trouble]} />
}

/** What makes the browser remember without script that it voted (docs/decisions/0032): it keeps what each of these addresses answers to this page. */
const Remembered = ({ poll }: Pick<Props, 'poll'>) => poll.options.map(({ id }) => <img key={id} src={`/api/polls/${poll.id}/turn?option=${id}`} alt="" hidden />)

/** Where a ballot without script leads: to the vote, to the results, or back to the ballot with what was wrong; and the way back to the story. */
export function PollPage({ voted, ...rest }: Props) {
  const { poll, words, back } = rest
  return (
    <article className="plain-page">
      <h1>{words.poll}</h1>
      <div className="poll">
        {poll.figures === null ? (
          <Ballot {...rest} />
        ) : (
          <>
            {voted !== null && <p role="status">{voted === 'now' ? words.thanks : words.before}</p>}
            <p className="poll-question" dir="auto">
              {poll.question}
            </p>
            <PollResults figures={poll.figures} words={words} caption={poll.question} />
            <p className="poll-note">
              {poll.state === 'closed' ? words.closed : words.soFar} {words.total(poll.figures.total)}
            </p>
            {voted !== null && poll.state === 'open' && <Remembered poll={poll} />}
          </>
        )}
      </div>
      {isStory(back) && (
        <p>
          <a href={`${back}#poll-${poll.id}`}>{words.back}</a>
        </p>
      )}
    </article>
  )
}

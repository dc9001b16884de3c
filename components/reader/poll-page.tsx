import type { PollView } from '#domain/polls/poll.ts'
import { PollForm } from '#components/story/poll-form.tsx'
import { PollResults } from '#components/story/poll-results.tsx'
import type { Words } from '#domain/words/words.ts'

type Props = { poll: PollView; words: Words['polls']; voted: boolean; problem: string; back: string }

const PROBLEMS = ['choose', 'notOpen', 'tooMany', 'failed'] as const

/** Where a vote without script leads: the results, or the ballot with what was wrong, and the way back to the story. */
export function PollPage({ poll, words, voted, problem, back }: Props) {
  const trouble = PROBLEMS.find((one) => one === problem)
  return (
    <article className="plain-page">
      <h1>{words.poll}</h1>
      <div className="poll">
        {poll.figures === null ? (
          <>
            {poll.state === 'open' ? <PollForm poll={poll} words={words} problem={trouble === undefined ? null : words[trouble]} /> : <p className="poll-question">{poll.question}</p>}
            {poll.state !== 'open' && <p className="poll-note">{words.notOpen}</p>}
          </>
        ) : (
          <>
            {voted && <p role="status">{words.thanks}</p>}
            <p className="poll-question" dir="auto">
              {poll.question}
            </p>
            <PollResults figures={poll.figures} words={words} caption={poll.question} />
            <p className="poll-note">
              {poll.state === 'closed' ? words.closed : words.soFar} {words.total(poll.figures.total)}
            </p>
          </>
        )}
      </div>
      {/^\/[a-z0-9-]+\/[a-z0-9-]+$/.test(back) && (
        <p>
          <a href={`${back}#poll-${poll.id}`}>{words.back}</a>
        </p>
      )}
    </article>
  )
}

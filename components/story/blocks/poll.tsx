import { paperDateTime } from '#domain/paper-date.ts'
import type { PollView } from '#domain/polls/poll.ts'
import type { LiveParts } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { PollForm } from '../poll-form.tsx'
import { PollResults } from '../poll-results.tsx'

/**
 * A poll in a story, the same for everybody: the ballot while it is open, the results once it is closed. Where script runs, <fp-poll> votes in place and
 * shows the results to a browser that has voted.
 */
export function PollBlock({ poll, live: { timeZone, language } }: { poll: PollView | undefined; live: LiveParts }) {
  if (poll === undefined) return null
  const words = wordsOf(language).polls
  const { id, question, state, opensAt, closesAt, figures } = poll
  const when = (iso: string) => paperDateTime(iso, { timeZone, language })
  return (
    <aside className="poll" id={`poll-${id}`} aria-label={words.poll}>
      {state === 'open' ? (
        <>
          <fp-poll data-poll={id} data-failed={words.failed}>
            <PollForm poll={poll} words={words} />
          </fp-poll>
          <script type="module" src="/elements/poll.js" async />
        </>
      ) : (
        <p className="poll-question" dir="auto">
          {question}
        </p>
      )}
      {figures !== null && <PollResults figures={figures} words={words} caption={question} />}
      {state === 'closed' && (
        <p className="poll-note">
          {words.closed} {figures !== null && words.total(figures.total)}
        </p>
      )}
      {state === 'before' && opensAt !== null && <p className="poll-note">{words.opens(when(opensAt))}</p>}
      {state === 'open' && closesAt !== null && <p className="poll-note">{words.closes(when(closesAt))}</p>}
    </aside>
  )
}

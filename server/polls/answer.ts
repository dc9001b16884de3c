import 'server-only'
import type { PollView } from '#domain/polls/poll.ts'
import type { Words } from '#domain/words/words.ts'

/** The figures of a poll as <fp-poll> shows them (components/elements/poll.ts), in the paper's words. */
export function figuresAnswer({ question, state, figures }: PollView, words: Words['polls'], { voted }: { voted: boolean }) {
  if (figures === null) return null
  const note = [voted ? words.thanks : '', state === 'closed' ? words.closed : words.soFar, words.total(figures.total)].filter((part) => part !== '').join(' ')
  return { question, rows: figures.rows.map(({ text, percent, votes }) => ({ text, percent, votes: words.total(votes) })), note }
}

import type { Problem } from '#domain/result.ts'
import type { WordsPhase } from './words-session.ts'

const WORDS: Record<WordsPhase, string> = {
  still: '',
  waiting: 'Not saved yet…',
  saving: 'Saving…',
  saved: 'Saved',
  refused: 'Not saved',
  trouble: 'Not saved: it is tried again by itself',
  conflict: 'Not saved: two people changed it',
}
const BAD: readonly WordsPhase[] = ['refused', 'trouble', 'conflict']

/** Whether what was typed is stored, and what stands against it beyond a single field. */
export function WordsStatus({ phase, problems }: { phase: WordsPhase; problems: readonly Problem[] }) {
  const general = problems.filter(({ field }) => field === undefined)
  return (
    <div className="min-h-6 text-sm">
      {/* Waiting and saving follow every pause in typing; only how it ended is read out. */}
      <p aria-hidden="true" className={BAD.includes(phase) ? 'font-semibold text-bad' : 'text-soft'}>
        {WORDS[phase]}
      </p>
      <p role="status" className="sr-only">
        {phase === 'waiting' || phase === 'saving' || phase === 'still' ? '' : WORDS[phase]}
      </p>
      {general.map(({ message }) => (
        <p key={message} role="alert" className="text-bad">
          {message}
        </p>
      ))}
    </div>
  )
}

'use client'

import { readSuggestionId } from '#domain/document/suggestion-id.ts'
import { Moment } from '../../time.tsx'
import { personClass } from '../together/person-colour.ts'
import type { OpenSuggestion } from './resolve.ts'

type Props = {
  suggestion: OpenSuggestion
  names: ReadonlyMap<string, string>
  timeZone: string
  /** null: this person only reads. */
  decide: ((accept: boolean) => void) | null
  show: () => void
}

const shortened = (text: string) => (text.length > 140 ? `${text.slice(0, 140)}…` : text)
/** A suggestion may be of a space or a paragraph end alone. */
const visible = (text: string) => (text.trim() === '' && text !== '' ? '␣' : shortened(text))

/** One suggestion in words: who, when, what goes and what comes; with the decision about it. */
export function SuggestionLine({ suggestion, names, timeZone, decide, show }: Props) {
  const { id, inserted, deleted } = suggestion
  const made = readSuggestionId(id)
  const who = made === null ? 'Somebody' : (names.get(made.userId) ?? 'Somebody')
  const about = inserted || deleted || 'a paragraph break'
  return (
    <li className={`flex flex-col gap-1 border-l-4 border-(--person) pl-3 text-sm ${made === null ? '' : personClass(made.userId)}`}>
      <p className="text-xs text-soft">
        {who}
        {made !== null && (
          <>
            {', '}
            <Moment at={new Date(made.at).toISOString()} timeZone={timeZone} />
          </>
        )}
      </p>
      <button type="button" onClick={show} className="cursor-pointer text-left font-serif break-words">
        <span className="sr-only">Show in the text: </span>
        {deleted !== '' && <del className="bg-bad-wash text-bad">{visible(deleted)}</del>}
        {deleted !== '' && inserted !== '' && ' '}
        {inserted !== '' && <ins className="bg-good-wash text-good">{visible(inserted)}</ins>}
        {deleted === '' && inserted === '' && <span>¶ paragraph break</span>}
      </button>
      {decide !== null && (
        <div className="flex gap-2">
          <button type="button" className="button button-small max-lg:min-h-11" onClick={() => decide(true)}>
            Accept<span className="sr-only"> {shortened(about)}</span>
          </button>
          <button type="button" className="button button-small max-lg:min-h-11" onClick={() => decide(false)}>
            Reject<span className="sr-only"> {shortened(about)}</span>
          </button>
        </div>
      )}
    </li>
  )
}

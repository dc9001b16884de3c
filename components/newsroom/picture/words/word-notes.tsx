import type { NewsroomAsset } from '#domain/media.ts'
import type { PlacedWords } from '../placed-words.ts'
import { wordWarnings, type WordField } from './word-warnings.ts'

type Props = { id?: string; field: WordField; words: PlacedWords; asset: NewsroomAsset | undefined }

/** What is doubtful about one of a picture's texts, and what would help; beside its field. It stops nobody. */
export function WordNotes({ id, field, words, asset }: Props) {
  const notes = wordWarnings(words, field, asset)
  return (
    <ul id={id} hidden={notes.length === 0} className="flex flex-col gap-1 text-sm">
      {notes.map(({ message, tone }) => (
        <li key={message} className={tone === 'warn' ? 'font-semibold text-warn' : 'text-soft'}>
          {message}
        </li>
      ))}
    </ul>
  )
}

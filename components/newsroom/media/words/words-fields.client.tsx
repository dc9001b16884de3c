'use client'

import type { NewsroomAsset } from '#domain/media.ts'
import { Labelled } from '../../picture/labelled.tsx'
import { WordNotes } from '../../picture/words/word-notes.tsx'
import { namesIn, type AssetWords } from './asset-words.ts'
import type { WordsSession, WordsView } from './words-session.ts'

type TextField = Exclude<keyof AssetWords, 'focalX' | 'focalY'>
type Field = { field: TextField; label: string; hint: string; max: number; lines: number; type?: 'date' }

const MAIN: readonly Field[] = [
  { field: 'caption', label: 'Caption', hint: 'Who, what, where and when, under the picture.', max: 1000, lines: 3 },
  { field: 'alt', label: 'Alt text', hint: 'What the picture shows, for someone who cannot see it.', max: 500, lines: 3 },
  { field: 'credit', label: 'Credit', hint: 'Who made it, as readers see it, such as “Ana Ruiz” or “Courtesy of the City Museum”.', max: 200, lines: 1 },
  { field: 'people', label: 'People', hint: 'Who can be seen: one name a line, from left to right.', max: 5000, lines: 2 },
]
const MORE: readonly Field[] = [
  { field: 'place', label: 'Place', hint: 'Such as “Harbor High gym”.', max: 200, lines: 1 },
  { field: 'takenOn', label: 'Day on which it was taken', hint: '', max: 10, lines: 1, type: 'date' },
  { field: 'copyright', label: 'Copyright notice', hint: 'As the maker asks for it, such as “© 2026 Ana Ruiz”.', max: 200, lines: 1 },
]

type Props = { session: WordsSession; view: WordsView; idBase: string; readOnly: boolean; all?: boolean }

/** What one picture says: large fields, saved as somebody goes. */
export function WordsFields({ session, view, idBase, readOnly, all = false }: Props) {
  return (
    <div className="flex flex-col gap-4">
      {(all ? [...MAIN, ...MORE] : MAIN).map(({ field, label, hint, max, lines, type }) => {
        const id = `${idBase}-${field}`
        const problem = view.problems.filter((one) => one.field?.split('.')[0] === (field === 'takenOn' ? 'takenAt' : field)).map(({ message }) => message).join(' ')
        return (
          <div key={field} className="flex flex-col gap-1">
            <Labelled id={id} label={label} {...(hint === '' ? {} : { hint })} problem={problem}>
              {(aria) => {
                const control = {
                  ...aria,
                  value: view.values[field],
                  maxLength: max,
                  readOnly,
                  className: 'control',
                  onChange: (event: { currentTarget: { value: string } }) => session.type({ [field]: event.currentTarget.value }),
                  onBlur: () => void session.saveNow(),
                }
                return lines > 1 ? <textarea rows={lines} {...control} className="control field-sizing-content" /> : <input type={type ?? 'text'} {...control} />
              }}
            </Labelled>
            {(field === 'caption' || field === 'alt' || field === 'credit') && <WordNotes field={field} words={view.values} asset={standing(view)} />}
          </div>
        )
      })}
    </div>
  )
}

/** The picture with what is typed instead of what is stored. */
function standing({ asset, values }: WordsView): NewsroomAsset {
  const { caption, alt, credit, place } = values
  return { ...asset, caption, alt, credit, place, people: namesIn(values.people) }
}

'use client'

import { useEffect, useRef, useState } from 'react'
import type { LibraryItem } from '#domain/media-library.ts'
import { MarkList } from '../../media/library/mark-list.tsx'
import { marksOf, titleOf } from '../../media/library/picture-marks.ts'
import { Thumbnail } from '../../media/library/thumbnail.tsx'
import { PictureModal } from './picture-modal.client.tsx'
import { searchPictures } from './library-search.ts'
import { useToday } from '../use-today.client.ts'

const PAUSE_MS = 300

/** The library as a dialog: search, and choose one picture. */
export function LibraryDialog({ onChosen, onClose }: { onChosen: (asset: LibraryItem) => void; onClose: () => void }) {
  const [words, setWords] = useState('')
  const { items, total, next, problem, isLoading, more } = useSearch(words)
  const today = useToday()
  const field = useRef<HTMLInputElement>(null)
  // The dialog itself would begin at its close button.
  useEffect(() => field.current?.focus(), [])
  return (
    <PictureModal title="Choose from the library" onClose={onClose}>
      <div role="search" className="flex flex-col gap-1">
        <label className="flex flex-col gap-1 text-sm font-semibold">
          Words in caption, credit, maker, people, place or file name
          <input ref={field} type="search" value={words} onChange={(event) => setWords(event.currentTarget.value)} className="control font-normal" />
        </label>
        <p role="status" className="min-h-5 text-sm text-soft">
          {isLoading ? 'Searching…' : problem === null ? (total === 0 ? 'No picture fits.' : `${total} ${total === 1 ? 'picture' : 'pictures'}`) : ''}
        </p>
        {problem !== null && (
          <p role="alert" className="text-sm font-semibold text-bad">
            {problem}
          </p>
        )}
      </div>
      <ul aria-label="Pictures" className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
        {items.map((item) => (
          <li key={item.id}>
            <button type="button" disabled={item.status === 'FAILED'} onClick={() => onChosen(item)} className="flex h-full w-full cursor-pointer flex-col gap-1 rounded-md border border-rule bg-sheet text-left hover:bg-wash disabled:cursor-not-allowed disabled:opacity-60">
              <span className="block aspect-4/3 w-full overflow-hidden rounded-t-md bg-wash p-1">
                <Thumbnail asset={item} alt="" />
              </span>
              <span className="line-clamp-2 px-2 text-sm break-words">{titleOf(item)}</span>
              <span className="line-clamp-1 px-2 text-xs text-soft">{item.credit}</span>
              <span className="p-2 pt-0">
                <MarkList marks={marksOf(item, today)} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {next && (
        <button type="button" className="button self-start" onClick={more} disabled={isLoading}>
          Older pictures
        </button>
      )}
    </PictureModal>
  )
}

type Shown = { items: LibraryItem[]; total: number; next: string | null; problem: string | null; isLoading: boolean }
const NOTHING: Shown = { items: [], total: 0, next: null, problem: null, isLoading: true }

/** Asks as somebody types, a moment after the last key; only the newest question is answered. */
function useSearch(words: string) {
  const [shown, setShown] = useState<Shown>(NOTHING)
  const [page, setPage] = useState<{ words: string; cursor: string | null }>({ words, cursor: null })
  const cursor = page.words === words ? page.cursor : null
  useEffect(() => {
    const stop = new AbortController()
    const timer = setTimeout(
      () => {
        setShown((now) => ({ ...now, isLoading: true }))
        searchPictures(words, cursor, stop.signal).then(
          (found) =>
            setShown((now) =>
              found.ok
                ? { items: cursor === null ? found.items : [...now.items, ...found.items], total: found.total, next: found.next, problem: null, isLoading: false }
                : { ...now, problem: found.message, isLoading: false },
            ),
          () => undefined,
        )
      },
      cursor === null ? PAUSE_MS : 0,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [words, cursor])
  return { ...shown, more: () => setPage({ words, cursor: shown.next }) }
}

'use client'

import { whatItBecomes } from '../dialogs/embed-address.ts'

/** What was just pasted and needs a word. */
export type PasteNews = { kind: 'pictures'; coming: number; missing: number } | { kind: 'address'; url: string; pos: number }

type Props = { news: PasteNews; onCard: (pasted: { url: string; pos: number }) => void; onClose: () => void }

/** Says what became of what was pasted, and offers what else it could be. */
export function PasteNotice({ news, onCard, onClose }: Props) {
  return (
    <div role="status" className="mt-2 flex flex-wrap items-center justify-between gap-2 rounded-md border border-warn bg-warn-wash px-3 py-2 text-sm text-warn">
      {news.kind === 'pictures' ? (
        <p>{aboutPictures(news)}</p>
      ) : (
        <p className="min-w-0 break-words">This address can stand as a card: {whatItBecomes(news.url)}</p>
      )}
      <span className="flex flex-wrap gap-2">
        {news.kind === 'address' && (
          <button
            type="button"
            className="button button-small pointer-coarse:min-h-11"
            onClick={() => {
              onCard(news)
              onClose()
            }}
          >
            Make it a card
          </button>
        )}
        <button type="button" className="button button-small pointer-coarse:min-h-11" onClick={onClose}>
          {news.kind === 'pictures' ? 'Got it' : 'Keep the link'}
        </button>
      </span>
    </div>
  )
}

function aboutPictures({ coming, missing }: { coming: number; missing: number }): string {
  const came = coming === 0 ? '' : `${coming === 1 ? 'One picture is' : `${coming} pictures are`} being uploaded. `
  const left = missing === 0 ? '' : `${missing === 1 ? 'One picture' : `${missing} pictures`} did not come along: ${missing === 1 ? 'its place asks' : 'their places ask'} for the file.`
  return `${came}${left}`.trim()
}

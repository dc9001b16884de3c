'use client'

import type { DeskView } from '../checking/desk-session.ts'
import { useCopydesk } from '../copydesk-context.client.tsx'

function standing({ paused, read, reading, harper }: DeskView, open: number): string {
  if (paused) return 'Paused on this computer: nothing is marked, and spelling is not checked. Rules that hold a story up still count.'
  if (!read) return 'Reading…'
  const spelling = harper === 'loading' ? ' Spelling is on its way.' : harper === 'failed' ? ' Spelling cannot run in this browser.' : ''
  return `${open === 0 ? (reading ? 'Nothing to look at so far.' : 'Nothing to look at.') : ''}${spelling}`.trim()
}

/** How far the copy desk has read, and what was done last, with a way back. Read out when it changes. */
export function PanelNotice({ view, open }: { view: DeskView; open: number }) {
  const desk = useCopydesk()
  const notice = desk?.notice ?? null
  const undo = notice?.undo
  const words = standing(view, open)
  return (
    <>
      {words !== '' && <p className="text-sm text-soft">{words}</p>}
      <p role="status" className="sr-only">
        {view.read && !view.reading && !view.paused ? `Copy desk: ${open === 1 ? '1 finding' : `${open} findings`}.` : ''}
      </p>
      <div role="status" className="flex flex-wrap items-baseline justify-between gap-2 text-sm empty:hidden">
        {notice !== null && <span className="min-w-0 flex-1 break-words">{notice.text}</span>}
      </div>
      {undo !== undefined && (
        <button type="button" className="button button-small self-start max-sm:min-h-11" onClick={undo}>
          Undo the fix
        </button>
      )}
    </>
  )
}

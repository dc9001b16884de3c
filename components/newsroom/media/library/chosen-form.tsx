import type { ReactNode } from 'react'

/** The pictures of a page as a GET form: the ticked ones go on to the caption desk, with or without script. */
export function ChosenForm({ children }: { children: ReactNode }) {
  return (
    <form method="get" action="/newsroom/media/caption" aria-label="Chosen pictures" className="flex flex-col gap-3">
      {children}
      <div className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-rule bg-paper py-2">
        <button type="submit" className="button">
          Caption the ticked pictures
        </button>
        <p className="text-sm text-soft">Tick pictures to write their words in one row, or to set maker and rights for all of them.</p>
      </div>
    </form>
  )
}

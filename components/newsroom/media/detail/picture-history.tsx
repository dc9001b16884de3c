import type { LibraryDetail } from '#domain/media-library.ts'
import { Moment } from '../../time.tsx'

/** Who did what to a picture, newest first. */
export function PictureHistory({ history, timeZone }: { history: LibraryDetail['history']; timeZone: string }) {
  return (
    <details className="panel">
      <summary className="cursor-pointer text-base font-semibold">History</summary>
      <ol className="mt-2 flex flex-col divide-y divide-rule text-sm">
        {history.map(({ at, by, what }, index) => (
          <li key={index} className="py-1.5">
            <Moment at={at} timeZone={timeZone} /> · {by}: {what}
          </li>
        ))}
      </ol>
    </details>
  )
}

import type { InPrintView } from '#domain/print/views.ts'
import type { Words } from '#domain/words/words.ts'
import { namedAs } from './issue-words.ts'

/** Where a story stood in the printed paper. */
export function InPrint({ places, words }: { places: readonly InPrintView[]; words: Words }) {
  if (places.length === 0) return null
  return (
    <p className="in-print">
      {words.print.inPrint}:{' '}
      {places.map((place, index) => (
        <span key={`${place.slug}/${place.page}`}>
          {index > 0 && '; '}
          <a href={`/issues/${place.slug}/${place.page}`}>
            {namedAs(place, words)}, {words.print.page(place.page).toLowerCase()}
          </a>
        </span>
      ))}
    </p>
  )
}

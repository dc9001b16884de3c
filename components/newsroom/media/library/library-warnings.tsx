import { WHOLE_LIBRARY, type LibraryChoices, type LibraryQuery } from '#domain/media-library.ts'
import { libraryAddress, type LibraryView } from './library-address.ts'

type Warning = { count: keyof LibraryChoices['counts']; one: string; many: string; change: Partial<LibraryQuery> }

const WARNINGS: readonly Warning[] = [
  { count: 'unknownRights', one: 'picture without a right', many: 'pictures without a right', change: { rights: 'UNKNOWN' } },
  { count: 'expired', one: 'right has run out', many: 'rights have run out', change: { attention: 'expired' } },
  { count: 'expiring', one: 'right runs out soon', many: 'rights run out soon', change: { attention: 'expiring' } },
  { count: 'missingAlt', one: 'without alt text', many: 'without alt text', change: { missing: 'alt' } },
  { count: 'missingCaption', one: 'without a caption', many: 'without a caption', change: { missing: 'caption' } },
  { count: 'failed', one: 'could not be prepared', many: 'could not be prepared', change: { attention: 'failed' } },
]

/** How many pictures wait for somebody, each number a way to them. Nothing waits: nothing is shown. */
export function LibraryWarnings({ counts, view }: { counts: LibraryChoices['counts']; view: LibraryView }) {
  const waiting = WARNINGS.filter(({ count }) => counts[count] > 0)
  if (waiting.length === 0) return null
  return (
    <ul aria-label="What waits for somebody" className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {waiting.map(({ count, one, many, change }) => (
        <li key={count}>
          <a href={libraryAddress(WHOLE_LIBRARY, view, change)} className="text-link inline-block py-1">
            {counts[count].toLocaleString('en-US')} {counts[count] === 1 ? one : many}
          </a>
        </li>
      ))}
    </ul>
  )
}

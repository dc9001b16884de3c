import type { LibraryQuery } from '#domain/media-library.ts'
import { LIBRARY_VIEWS, libraryAddress, type LibraryView } from './library-address.ts'

const NAMES: Record<LibraryView, string> = { grid: 'Grid', list: 'List' }

/** Grid or list, kept in the address. */
export function ViewChoice({ query, view }: { query: LibraryQuery; view: LibraryView }) {
  return (
    <nav aria-label="How pictures are shown" className="flex rounded-md border border-strong">
      {LIBRARY_VIEWS.map((one) => (
        <a key={one} href={libraryAddress(query, one)} aria-current={one === view ? 'true' : undefined} className="px-3 py-1.5 text-sm hover:bg-wash aria-[current]:bg-wash aria-[current]:font-semibold">
          {NAMES[one]}
        </a>
      ))}
    </nav>
  )
}

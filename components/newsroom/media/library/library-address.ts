import { WHOLE_LIBRARY, type LibraryQuery } from '#domain/media-library.ts'

export const LIBRARY_VIEWS = ['grid', 'list'] as const
/** How the library shows its pictures. */
export type LibraryView = (typeof LIBRARY_VIEWS)[number]

/** The library's view that an address asks for; the grid where it asks for none. */
export function viewIn(value: unknown): LibraryView {
  return value === 'list' ? 'list' : 'grid'
}

/** The address of the library with these filters; what is not asked is left out. `change` overrides single ones. */
export function libraryAddress(query: LibraryQuery, view: LibraryView, change: Partial<LibraryQuery> = {}): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, ...change })) if (value !== null && value !== '') asked.set(name, value)
  if (view === 'list') asked.set('view', view)
  return asked.size === 0 ? '/newsroom/media' : `/newsroom/media?${asked}`
}

/** Whether anything narrows the library. A page further on is no narrowing. */
export function isNarrowed(query: LibraryQuery): boolean {
  return Object.entries({ ...query, cursor: null }).some(([name, value]) => value !== Object.entries(WHOLE_LIBRARY).find(([one]) => one === name)?.[1])
}

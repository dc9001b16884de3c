import type { ReactNode } from 'react'
import { LIBRARY_ATTENTION, LIBRARY_MISSING, LIBRARY_USES, type LibraryChoices, type LibraryQuery } from '#domain/media-library.ts'
import { RIGHTS, RIGHTS_NAMES } from '#domain/media.ts'
import { isNarrowed, libraryAddress, type LibraryView } from './library-address.ts'

type Choice = { value: string; name: string }

const USE_NAMES: Record<(typeof LIBRARY_USES)[number], string> = { unused: 'Not used', used: 'Used in a story', live: 'Readers see it now' }
const MISSING_NAMES: Record<(typeof LIBRARY_MISSING)[number], string> = { caption: 'Caption', alt: 'Alt text', credit: 'Credit' }
const ATTENTION_NAMES: Record<(typeof LIBRARY_ATTENTION)[number], string> = {
  expiring: 'Right runs out soon',
  expired: 'Right has run out',
  duplicates: 'Looks like another picture',
  failed: 'Could not be prepared',
}

/** Searches and narrows the library; a plain GET form, so that what it shows has an address and it works without script. */
export function LibraryFilters({ query, view, choices }: { query: LibraryQuery; view: LibraryView; choices: LibraryChoices }) {
  return (
    <form method="get" action="/newsroom/media" role="search" aria-label="Pictures" className="panel mb-4 flex flex-col gap-3">
      {view === 'list' && <input type="hidden" name="view" value="list" />}
      <div className="flex flex-wrap items-end gap-2">
        <div className="flex min-w-48 grow flex-col gap-1">
          <label htmlFor="library-q" className="text-sm font-semibold">
            Words in caption, alt text, credit, maker, people, place or file name
          </label>
          <input id="library-q" name="q" type="search" defaultValue={query.q} className="control" />
        </div>
        <button type="submit" className="button">
          Show
        </button>
        {isNarrowed(query) && (
          <a href={libraryAddress({ ...query, q: '', rights: null, use: null, missing: null, attention: null, storyId: null, year: null, uploaderId: null, cursor: null }, view)} className="button">
            Show all
          </a>
        )}
      </div>
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4 xl:grid-cols-7">
        <Filter name="rights" label="Rights" chosen={query.rights} choices={RIGHTS.map((value) => ({ value, name: RIGHTS_NAMES[value] }))} />
        <Filter name="use" label="Used" chosen={query.use} choices={LIBRARY_USES.map((value) => ({ value, name: USE_NAMES[value] }))} />
        <Filter name="missing" label="Missing" chosen={query.missing} choices={LIBRARY_MISSING.map((value) => ({ value, name: MISSING_NAMES[value] }))} />
        <Filter name="attention" label="To look at" chosen={query.attention} choices={LIBRARY_ATTENTION.map((value) => ({ value, name: ATTENTION_NAMES[value] }))} />
        <Filter name="storyId" label="Story" chosen={query.storyId} choices={choices.stories.map(({ storyId, headline }) => ({ value: storyId, name: headline || 'Without a headline' }))} />
        <Filter name="year" label="School year" chosen={query.year} choices={choices.years.map((value) => ({ value, name: value.replace('-', '–') }))} />
        <Filter name="uploaderId" label="Uploaded by" chosen={query.uploaderId} choices={choices.uploaders.map(({ userId, name }) => ({ value: userId, name }))} />
      </div>
    </form>
  )
}

function Filter({ name, label, chosen, choices }: { name: string; label: string; chosen: string | null; choices: readonly Choice[] }): ReactNode {
  const known = chosen === null || choices.some(({ value }) => value === chosen)
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={`library-${name}`} className="text-sm font-semibold">
        {label}
      </label>
      <select id={`library-${name}`} name={name} defaultValue={chosen ?? ''} className="control">
        <option value="">All</option>
        {/* A filter that came with an address stays chosen, even when its list no longer offers it. */}
        {!known && <option value={chosen}>As in the address</option>}
        {choices.map(({ value, name: word }) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </div>
  )
}

import { isSchoolYear } from '../school-year.ts'
import { isSlug } from '../slug.ts'
import { storable } from '../storable.ts'
import { MOST_QUERY } from './query.ts'

/** What is asked of the search, as it stands in its address. `author`: the id of somebody on staff; never a name, which may not be shown. `print`: printed issues alone. */
export type SearchAsked = { q: string; section: string | null; author: string | null; year: string | null; pictures: boolean; print: boolean; after: string | null }

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const NOTHING_ASKED: SearchAsked = { q: '', section: null, author: null, year: null, pictures: false, print: false, after: null }

/** Reads an address; what cannot be right is as if it were not there. `value` gives the first value of a name. */
export function readAsked(value: (name: string) => string | undefined): SearchAsked {
  const kept = (name: string, isRight: (text: string) => boolean) => {
    const text = value(name)
    return text !== undefined && isRight(text) ? text : null
  }
  return {
    q: storable(value('q') ?? '').slice(0, MOST_QUERY).toWellFormed().trim(),
    section: kept('section', isSlug),
    author: kept('author', (text) => UUID.test(text)),
    year: kept('year', isSchoolYear),
    pictures: value('pictures') === '1',
    print: value('print') === '1',
    after: kept('after', (text) => text.length <= 200),
  }
}

/** Whether the answer is narrowed by more than words. */
export function hasFilter({ section, author, year, pictures }: SearchAsked): boolean {
  return section !== null || author !== null || year !== null || pictures
}

/** The address of an answer. */
export function searchAddress(asked: Partial<SearchAsked>): string {
  const { q, section, author, year, pictures, print, after } = { ...NOTHING_ASKED, ...asked }
  const given = Object.entries({ q, section, author, year, pictures: pictures ? '1' : '', print: print ? '1' : '', after }).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== '')
  return given.length === 0 ? '/search' : `/search?${new URLSearchParams(given).toString()}`
}

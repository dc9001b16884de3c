import { editing } from './es/editing.ts'
import { frame } from './es/frame.ts'
import { lists } from './es/lists.ts'
import { missing } from './es/missing.ts'
import { pages } from './es/pages.ts'
import { people } from './es/people.ts'
import { requests } from './es/requests.ts'
import { search } from './es/search.ts'
import type { Words } from './words.ts'

/** Spanish, as the press of the United States writes it. */
export const es: Words = {
  editing,
  frame,
  lists,
  missing,
  pages,
  people,
  requests,
  search,
}

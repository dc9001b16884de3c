import { editing } from './en/editing.ts'
import { frame } from './en/frame.ts'
import { lists } from './en/lists.ts'
import { missing } from './en/missing.ts'
import { pages } from './en/pages.ts'
import { people } from './en/people.ts'
import { requests } from './en/requests.ts'
import { search } from './en/search.ts'

/** English: the language that the others are measured by. */
export const en = {
  editing,
  frame,
  lists,
  missing,
  pages,
  people,
  requests,
  search,
}

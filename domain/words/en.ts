import { frame } from './en/frame.ts'
import { pages } from './en/pages.ts'
import { people } from './en/people.ts'

/** English: the language that the others are measured by. */
export const en = {
  frame,
  pages,
  people,
}

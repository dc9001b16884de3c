import { frame } from './en/frame.ts'
import { lists } from './en/lists.ts'

/** English: the language that the others are measured by. */
export const en = {
  frame,
  lists,
}

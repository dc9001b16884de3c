import { frame } from './en/frame.ts'
import { story } from './en/story.ts'

/** English: the language that the others are measured by. */
export const en = {
  frame,
  story,
}

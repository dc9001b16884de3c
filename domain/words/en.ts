import { frame } from './en/frame.ts'

/** English: the language that the others are measured by. */
export const en = {
  frame,
}

import { frame } from './en/frame.ts'
import { polls } from './en/polls.ts'
import { sports } from './en/sports.ts'

/** English: the language that the others are measured by. */
export const en = {
  frame,
  polls,
  sports,
}

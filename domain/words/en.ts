import { frame } from './en/frame.ts'
import { print } from './en/print.ts'

/** English: the language that the others are measured by. */
export const en = {
  frame,
  print,
}

import { frame } from './en/frame.ts'
import { print } from './en/print.ts'
import { reading } from './en/reading.ts'
import { support } from './en/support.ts'

/** English: the language that the others are measured by. */
export const en = {
  frame,
  print,
  reading,
  support,
}

import { frame } from './es/frame.ts'
import { print } from './es/print.ts'
import { reading } from './es/reading.ts'
import { support } from './es/support.ts'
import type { Words } from './words.ts'

/** Spanish, as the press of the United States writes it. */
export const es: Words = {
  frame,
  print,
  reading,
  support,
}

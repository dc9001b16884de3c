import { frame } from './es/frame.ts'
import { polls } from './es/polls.ts'
import { sports } from './es/sports.ts'
import type { Words } from './words.ts'

/** Spanish, as the press of the United States writes it. */
export const es: Words = {
  frame,
  polls,
  sports,
}

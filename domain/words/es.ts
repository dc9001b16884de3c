import { frame } from './es/frame.ts'
import { story } from './es/story.ts'
import type { Words } from './words.ts'

/** Spanish, as the press of the United States writes it. */
export const es: Words = {
  frame,
  story,
}

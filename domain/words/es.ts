import { comments } from './es/comments.ts'
import { forms } from './es/forms.ts'
import { frame } from './es/frame.ts'
import { letters } from './es/letters.ts'
import { newsletter } from './es/newsletter.ts'
import type { Words } from './words.ts'

/** Spanish, as the press of the United States writes it. */
export const es: Words = {
  comments,
  forms,
  frame,
  letters,
  newsletter,
}

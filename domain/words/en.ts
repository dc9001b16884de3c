import { comments } from './en/comments.ts'
import { forms } from './en/forms.ts'
import { frame } from './en/frame.ts'
import { letters } from './en/letters.ts'
import { newsletter } from './en/newsletter.ts'

/** English: the language that the others are measured by. */
export const en = {
  comments,
  forms,
  frame,
  letters,
  newsletter,
}

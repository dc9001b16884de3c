import { comments } from './en/comments.ts'
import { editing } from './en/editing.ts'
import { forms } from './en/forms.ts'
import { frame } from './en/frame.ts'
import { letters } from './en/letters.ts'
import { missing } from './en/missing.ts'
import { newsletter } from './en/newsletter.ts'
import { requests } from './en/requests.ts'
import { search } from './en/search.ts'

/** English: the language that the others are measured by. */
export const en = {
  comments,
  editing,
  forms,
  frame,
  letters,
  missing,
  newsletter,
  requests,
  search,
}

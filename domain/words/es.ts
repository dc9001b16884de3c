import { comments } from './es/comments.ts'
import { editing } from './es/editing.ts'
import { forms } from './es/forms.ts'
import { frame } from './es/frame.ts'
import { polls } from './es/polls.ts'
import { sports } from './es/sports.ts'
import { telling } from './es/telling.ts'
import { letters } from './es/letters.ts'
import { lists } from './es/lists.ts'
import { missing } from './es/missing.ts'
import { newsletter } from './es/newsletter.ts'
import { pages } from './es/pages.ts'
import { people } from './es/people.ts'
import { requests } from './es/requests.ts'
import { search } from './es/search.ts'
import { print } from './es/print.ts'
import { reading } from './es/reading.ts'
import { story } from './es/story.ts'
import { support } from './es/support.ts'
import type { Words } from './words.ts'

/** Spanish, as the press of the United States writes it. */
export const es: Words = {
  comments,
  editing,
  forms,
  frame,
  polls,
  sports,
  telling,
  letters,
  lists,
  missing,
  newsletter,
  pages,
  people,
  requests,
  search,
  print,
  reading,
  story,
  support,
}

import { comments } from './en/comments.ts'
import { editing } from './en/editing.ts'
import { forms } from './en/forms.ts'
import { frame } from './en/frame.ts'
import { polls } from './en/polls.ts'
import { sports } from './en/sports.ts'
import { telling } from './en/telling.ts'
import { letters } from './en/letters.ts'
import { lists } from './en/lists.ts'
import { missing } from './en/missing.ts'
import { newsletter } from './en/newsletter.ts'
import { pages } from './en/pages.ts'
import { people } from './en/people.ts'
import { requests } from './en/requests.ts'
import { search } from './en/search.ts'
import { print } from './en/print.ts'
import { reading } from './en/reading.ts'
import { story } from './en/story.ts'
import { support } from './en/support.ts'

/** English: the language that the others are measured by. */
export const en = {
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

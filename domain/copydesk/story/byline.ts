import type { Rule } from '../finding.ts'
import { findingAt } from '../reading/passages.ts'

const ID = 'byline'

/** A story that nobody signs. */
export const byline: Rule = {
  id: ID,
  name: 'Missing byline',
  source: 'JEA/NSPA practice: readers are told who wrote the story',
  defaultLevel: 'ADVISORY',
  find: ({ bylines }) =>
    bylines.length > 0 ? [] : [findingAt(ID, { field: 'bylines', kind: 'credit', text: '' }, 0, 0, { message: 'Nobody has signed this story yet. Add a byline; an editorial is signed by its board.' })],
}

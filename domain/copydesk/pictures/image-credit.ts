import type { Rule } from '../finding.ts'
import { findingAt } from '../reading/passages.ts'

const ID = 'image-credit'

/** Pictures that name nobody who made them. Publishing waits for it as well; this says so while writing. */
export const imageCredit: Rule = {
  id: ID,
  name: 'Picture without credit',
  source: 'JEA/NSPA practice and NPPA: every picture names its maker',
  defaultLevel: 'ADVISORY',
  find: ({ pictures }) =>
    pictures
      .filter(({ credit }) => credit.trim() === '')
      .map(({ field }) => findingAt(ID, { field, part: 'credit', kind: 'credit', text: '' }, 0, 0, { message: 'Nobody is named who made this picture. Look it up, or ask whoever uploaded it.' })),
}

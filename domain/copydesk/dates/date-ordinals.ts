import type { Rule } from '../finding.ts'
import { EVERYWHERE, findEach } from '../reading/passages.ts'
import { ANY_MONTH, apMonth } from './month-names.ts'

const ID = 'date-ordinals'

const AFTER_MONTH = new RegExp(`\\b(${ANY_MONTH})\\.? (?:the )?(3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)\\b(?! (?:grade|graders?|period|anniversary|annual|birthday|place|street|avenue)\\b)`, 'gi')
const BEFORE_MONTH = new RegExp(`\\b(?:the )?(3[01]|[12]\\d|[1-9])(?:st|nd|rd|th) (?:of )?(${ANY_MONTH})\\b(?!\\.? ?\\d)\\.?`, 'g')

/** Days of the month with "st", "nd", "rd" or "th". */
export const dateOrdinals: Rule = {
  id: ID,
  name: 'AP dates: no “th”',
  source: 'AP Stylebook: dates (figures without st, nd, rd or th)',
  defaultLevel: 'ADVISORY',
  find: (text) => [
    ...findEach(ID, text, EVERYWHERE, AFTER_MONTH, ({ 1: month = '', 2: day = '' }) =>
      // "march 4th" in small letters may be a verb.
      /^\p{Lu}/u.test(month) ? { message: 'AP writes the day as a figure, without st, nd, rd or th.', fix: `${apMonth(month)} ${day}` } : null,
    ),
    ...findEach(ID, text, EVERYWHERE, BEFORE_MONTH, ({ 0: written, 1: day = '', 2: month = '' }) => ({
      message: 'AP writes the month first, and the day as a figure without st, nd, rd or th.',
      fix: `${apMonth(month)} ${day}${written.endsWith('.') && month.length > 4 ? '.' : ''}`,
    })),
  ],
}

import type { Rule } from '../finding.ts'
import { EVERYWHERE, findEach } from '../reading/passages.ts'
import { ANY_MONTH, apMonth, DAY, monthIndex, MONTHS } from './month-names.ts'

const ID = 'months'

/** The month of a month and day; the day stays as it is. */
const WITH_DAY = new RegExp(`\\b(${ANY_MONTH})(\\.?)(?= ${DAY}(?!\\p{L}*-?(?:year|day|month)|st\\b|nd\\b|rd\\b|th\\b))`, 'gu')
/** An abbreviation that no day follows. */
const ALONE = new RegExp(`\\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.(?! (?:${DAY}|(?:[12]\\d|3[01]|[1-9])(?:st|nd|rd|th)\\b))`, 'gu')

/** Months: long ones are abbreviated before a day and spelled out alone; March to July are never abbreviated. */
export const months: Rule = {
  id: ID,
  name: 'AP months',
  source: 'AP Stylebook: months',
  defaultLevel: 'ADVISORY',
  find: (text) => [
    ...findEach(ID, text, EVERYWHERE, WITH_DAY, ({ 0: written, 1: name = '', 2: stop }) => {
      const right = apMonth(name)
      if (written === right) return null
      // "Mar", "Jan" and "May" are people's names too; only "May" looks like one.
      const message = right.endsWith('.') ? `With a day, AP abbreviates the month: ${right}` : `AP never abbreviates ${right}.`
      return { message: stop === '.' || !right.endsWith('.') || name.length > 4 ? message : `The abbreviation has a full stop: ${right}`, fix: right }
    }),
    ...findEach(ID, text, EVERYWHERE, ALONE, ({ index, 0: written, 1: name = '' }, { text: words }) => {
      const full = MONTHS[monthIndex(name)] ?? name
      const after = words.slice(index + written.length)
      // At the end of a sentence the stop belongs to the sentence too.
      const ends = /^["”’)]*(?:$|\n| ["“‘]?\p{Lu})/u.test(after.slice(0, 6))
      return { message: 'Without a day, AP spells the month out.', fix: ends ? `${full}.` : full }
    }),
  ],
}

import type { Rule } from '../finding.ts'
import { findEach, SENTENCES } from '../reading/passages.ts'
import { ANY_MONTH } from './month-names.ts'

const ID = 'year-commas'

const MONTH = `\\b(?:${ANY_MONTH})\\.?`
const DAY = '(?:3[01]|[12]\\d|[1-9])'
const YEAR = '(?:1[5-9]|20)\\d\\d(?!\\d)'

/** "Jan. 5, 2026 the", but not before another mark, a bracket, a dash, or at the end. */
const AFTER_YEAR = new RegExp(`(?<=${MONTH} ${DAY}(?:[-–]\\d{1,2})?, )${YEAR}(?= ?[\\p{L}\\p{N}])`, 'gu')
const BEFORE_YEAR = new RegExp(`(?<=${MONTH} )(${DAY}) (${YEAR})(?= ?([\\p{L}\\p{N}]?))`, 'gu')
const MONTH_ONLY = new RegExp(`(?<=${MONTH}),(?= ${YEAR})`, 'gu')

/** A year after month and day stands between commas; after a month alone it has none. */
export const yearCommas: Rule = {
  id: ID,
  name: 'AP dates: commas around the year',
  source: 'AP Stylebook: dates; comma (years)',
  defaultLevel: 'ADVISORY',
  find: (text) => [
    ...findEach(ID, text, SENTENCES, AFTER_YEAR, ({ 0: year }) => ({ message: 'After month, day and year another comma follows.', fix: `${year},` })),
    ...findEach(ID, text, SENTENCES, BEFORE_YEAR, ({ 1: day = '', 2: year = '', 3: next }) => ({ message: 'A comma stands between day and year.', fix: `${day}, ${year}${next ? ',' : ''}` })),
    ...findEach(ID, text, SENTENCES, MONTH_ONLY, () => ({ message: 'Between a month and its year no comma stands.', fix: '' })),
  ],
}

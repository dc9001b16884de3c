import type { Rule } from '../finding.ts'
import { EVERYWHERE, findEach } from '../reading/passages.ts'
import { AP_MONTHS } from './month-names.ts'

const ID = 'slashed-dates'

const ONE = '\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d{2})'
const WITH_YEAR = new RegExp(`(?<![\\d/.])${ONE}(?:\\s?[-–—]\\s?${ONE})?(?![\\d/])`, 'g')
/** Without a year only behind a word that dates have: 3/4 is a fraction, 24/7 an idiom, 9/11 a name. */
const WITHOUT_YEAR = /(?<=(?:\b(?:on|until|till|since|through|by|before|after|starting|beginning)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?) )(?!9\/11)\d{1,2}\/\d{1,2}(?![\d/])(?! (?:cup|inch|mile|of|teaspoon|tablespoon)\b)/g

type Day = { month: number; day: number; year: number | null }

function dayOf(slashed: string): Day | null {
  const [month = 0, day = 0, year] = slashed.split('/').map(Number)
  // Under 60, two figures are this century; above, nobody can tell.
  const full = year === undefined ? null : year >= 1000 ? year : year < 60 ? 2000 + year : Number.NaN
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31 && !Number.isNaN(full)
  return isDay ? { month, day, year: full } : null
}

const monthAndDay = ({ month, day }: Day) => `${AP_MONTHS[month - 1]} ${day}`
const withYear = (date: Day) => `${monthAndDay(date)}${date.year === null ? '' : `, ${date.year}`}`

function written(slashed: string): string | null {
  const [from, to] = slashed.split(/\s?[-–—]\s?/).map(dayOf)
  if (from === null || from === undefined || to === null) return null
  if (to === undefined) return withYear(from)
  if (from.year !== to.year) return `${withYear(from)}, to ${withYear(to)}`
  return from.month === to.month ? `${monthAndDay(from)}-${to.day}, ${to.year}` : `${monthAndDay(from)} to ${withYear(to)}`
}

/** Dates in figures with slashes, which readers in other countries read the other way round. */
export const slashedDates: Rule = {
  id: ID,
  name: 'Slashed dates',
  source: 'AP Stylebook: dates, months',
  defaultLevel: 'ADVISORY',
  find: (text) =>
    [WITH_YEAR, WITHOUT_YEAR].flatMap((pattern) =>
      findEach(ID, text, EVERYWHERE, pattern, ({ 0: slashed }) => {
        const fix = written(slashed)
        const message = 'Write the month as a word, as in Jan. 5, 2026: figures with slashes are read in two ways.'
        return fix === null ? { message } : { message, fix }
      }),
    ),
}

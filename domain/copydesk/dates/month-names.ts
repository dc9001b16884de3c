/** The months as AP writes them before a day: "Jan. 5", "March 5". */
export const AP_MONTHS = ['Jan.', 'Feb.', 'March', 'April', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'] as const

export const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const

/** Any way to write a month's name, longest first, without a full stop; a part of a regular expression. */
export const ANY_MONTH =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec'

/** A day of the month that no further figure follows: not the 20 of 2026, not 1,000. A part of a regular expression. */
export const DAY = '(?:3[01]|[12]\\d|0?[1-9])(?![\\d:/%]|,\\d{3}|\\.\\d)'

/** The number of a month from 0, however its name is written; -1 for no month. */
export function monthIndex(name: string): number {
  const start = name.slice(0, 3).toLowerCase()
  return MONTHS.findIndex((month) => month.toLowerCase().startsWith(start))
}

/** A month as AP writes it before a day; the name itself where it is none. */
export function apMonth(name: string): string {
  return AP_MONTHS[monthIndex(name)] ?? name
}

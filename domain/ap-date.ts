const MONTHS = ['Jan.', 'Feb.', 'March', 'April', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'] as const
const DAYS: Record<string, string> = { Mon: 'Monday', Tue: 'Tuesday', Wed: 'Wednesday', Thu: 'Thursday', Fri: 'Friday', Sat: 'Saturday', Sun: 'Sunday' }

/** The parts of an instant on the clocks of a zone: year, month, day, hour (0 to 23), minute, weekday ("Tue"). */
export function clockParts(iso: string, timeZone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return Object.fromEntries(format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]))
}

/**
 * A day as AP style writes it, "Nov. 24, 2026": long months are abbreviated, March to July are not.
 * `iso` is an ISO 8601 instant; `timeZone` an IANA name. Throws a RangeError for text that is neither.
 */
export function apDate(iso: string, timeZone: string): string {
  const { year, month, day } = clockParts(iso, timeZone)
  return `${MONTHS[Number(month) - 1]} ${day}, ${year}`
}

/** The same with its weekday, "Tuesday, Nov. 24, 2026". */
export function apLongDate(iso: string, timeZone: string): string {
  return `${DAYS[clockParts(iso, timeZone)['weekday'] ?? '']}, ${apDate(iso, timeZone)}`
}

/** The time of day as AP style writes it: "3:05 p.m.", "6 p.m.", "noon", "midnight". */
export function apTime(iso: string, timeZone: string): string {
  const { hour, minute } = clockParts(iso, timeZone)
  const hours = Number(hour)
  if (minute === '00' && hours % 12 === 0) return hours === 0 ? 'midnight' : 'noon'
  return `${hours % 12 === 0 ? 12 : hours % 12}${minute === '00' ? '' : `:${minute}`} ${hours < 12 ? 'a.m.' : 'p.m.'}`
}

/** A day with the time of day, "Nov. 24, 2026, at 3:05 p.m.". */
export function apDateTime(iso: string, timeZone: string): string {
  return `${apDate(iso, timeZone)}, at ${apTime(iso, timeZone)}`
}

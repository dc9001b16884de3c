/**
 * A format that is made once for each time zone (IANA name) and kept: to make one takes longer than to use it a hundred times.
 * Throws a RangeError for a zone that there is none of.
 */
export function zoneFormat(options: Intl.DateTimeFormatOptions): (timeZone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>()
  return (timeZone) => {
    const format = made.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { ...options, timeZone })
    made.set(timeZone, format)
    return format
  }
}

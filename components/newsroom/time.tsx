const formats = new Map<string, Intl.DateTimeFormat>()

/** Kept for each time zone: to make one takes longer than to use it a hundred times. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', { timeZone, month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' })
  formats.set(timeZone, made)
  return made
}

/** A moment for the newsroom, in the paper's time zone, as "Nov 24, 10:42 AM". `at` is ISO 8601. */
export function Moment({ at, timeZone }: { at: string; timeZone: string }) {
  return <time dateTime={at}>{formatFor(timeZone).format(new Date(at))}</time>
}

const full = new Map<string, Intl.DateTimeFormat>()

/** A moment with its year and the name of its clock, as "Nov 24, 2026, 10:42:07 AM PST": for the record. `at` is ISO 8601. */
export function FullMoment({ at, timeZone }: { at: string; timeZone: string }) {
  const format = full.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', second: '2-digit', timeZoneName: 'short' })
  full.set(timeZone, format)
  return <time dateTime={at}>{format.format(new Date(at))}</time>
}

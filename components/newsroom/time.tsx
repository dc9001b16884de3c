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

/** A moment for the newsroom, in the paper's time zone, as "Nov 24, 10:42 AM". `at` is ISO 8601. */
export function Moment({ at, timeZone }: { at: string; timeZone: string }) {
  const text = new Intl.DateTimeFormat('en-US', { timeZone, month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }).format(new Date(at))
  return <time dateTime={at}>{text}</time>
}

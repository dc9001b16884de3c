import { zoneFormat } from '#domain/zone-format.ts'

const short = zoneFormat({ month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' })
const full = zoneFormat({ year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', second: '2-digit', timeZoneName: 'short' })

/** A moment for the newsroom, in the paper's time zone, as "Nov 24, 10:42 AM". `at` is ISO 8601. */
export function Moment({ at, timeZone }: { at: string; timeZone: string }) {
  return <time dateTime={at}>{short(timeZone).format(new Date(at))}</time>
}

/** A moment with its year and the name of its clock, as "Nov 24, 2026, 10:42:07 AM PST": for the record. `at` is ISO 8601. */
export function FullMoment({ at, timeZone }: { at: string; timeZone: string }) {
  return <time dateTime={at}>{full(timeZone).format(new Date(at))}</time>
}

const day = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric', year: 'numeric' })

/** A day that was kept without its time: its midnight in UTC, as ISO 8601. */
export function Day({ at }: { at: string }) {
  return <time dateTime={at.slice(0, 10)}>{day.format(new Date(at))}</time>
}

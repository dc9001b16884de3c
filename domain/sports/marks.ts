/** What an athlete reached in an event: a time, a distance or height, or points. Kept as a whole number of the smallest unit, so that marks can be compared. */

export const MARK_UNITS = ['time', 'metric', 'imperial', 'points'] as const
export type MarkUnit = (typeof MARK_UNITS)[number]

/** Hundredths of a second, hundredths of a metre, quarters of an inch, or hundredths of a point. */
type Mark = { unit: MarkUnit; value: number }

const TIME = /^(?:(?:(\d{1,2}):)?([0-5]?\d):)?(\d{1,3})(?:\.(\d{1,2}))?$/
const METRIC = /^(\d{1,3})(?:\.(\d{1,2}))?\s*m?$/
const IMPERIAL = /^(\d{1,3})\s*(?:['’′-])\s*(\d{1,2})(?:\.(25|5|50|75|0|00))?\s*(?:["”″])?$/
const POINTS = /^(-?)(\d{1,4})(?:\.(\d{1,2}))?$/

const hundredths = (part: string | undefined) => Number((part ?? '').padEnd(2, '0'))

function timeOf(text: string): number | null {
  const [, hours, minutes, seconds, parts] = TIME.exec(text) ?? []
  if (seconds === undefined) return null
  // "1:75" is no time; "75.2" alone is.
  if (minutes !== undefined && (Number(seconds) > 59 || seconds.length !== 2)) return null
  return ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds)) * 100 + hundredths(parts)
}

function lengthOf(text: string): number | null {
  const [, feet, inches, quarters] = IMPERIAL.exec(text) ?? []
  if (feet === undefined || inches === undefined || Number(inches) > 11) return null
  return (Number(feet) * 12 + Number(inches)) * 4 + hundredths(quarters) / 25
}

/** Reads a mark as people write it: "1:52.30" and "18:41", "6.42" metres, "5-10.5" feet and inches, "192.4" points. null: it is none. */
export function parseMark(text: string, unit: MarkUnit): Mark | null {
  const typed = text.trim()
  if (unit === 'time') return withUnit(unit, timeOf(typed))
  if (unit === 'imperial') return withUnit(unit, lengthOf(typed))
  const [, sign, whole, parts] = unit === 'metric' ? ['', '', ...(METRIC.exec(typed)?.slice(1) ?? [])] : (POINTS.exec(typed) ?? [])
  if (whole === undefined) return null
  const value = Number(whole) * 100 + hundredths(parts)
  return { unit, value: sign === '-' && value !== 0 ? -value : value }
}

const withUnit = (unit: MarkUnit, value: number | null): Mark | null => (value === null ? null : { unit, value })

const decimals = (value: number) => (value % 100 === 0 ? '' : `.${String(value % 100).padStart(2, '0')}`)

/** A mark as results print it: "1:52.30", "6.42 m", "5-10.5", "192.4". */
export function formatMark({ unit, value }: Mark): string {
  const [size, sign] = [Math.abs(value), value < 0 ? '-' : '']
  if (unit === 'metric') return `${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')} m`
  if (unit === 'points') return `${sign}${Math.floor(size / 100)}${decimals(size).replace(/0$/, '')}`
  if (unit === 'imperial') return `${Math.floor(size / 48)}-${Math.floor((size % 48) / 4)}${['', '.25', '.5', '.75'][size % 4]}`
  const seconds = Math.floor(size / 100)
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  const two = (part: number) => String(part).padStart(2, '0')
  if (hours > 0) return `${hours}:${two(minutes)}:${two(rest)}${decimals(size)}`
  return minutes > 0 ? `${minutes}:${two(rest)}${decimals(size)}` : `${rest}.${two(size % 100)}`
}

import { z } from 'zod'
import { dayIn } from '../day.ts'

/** Days of the plan, as forms and the database write them. */

const blankIsNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : (value ?? null))

/** A day that can be planned, "2026-11-24", in the paper's time zone. */
export const plannedDaySchema = z.iso
  .date('Give a day, such as 2026-11-24.')
  .refine((day) => day >= '2000-01-01' && day < '2100-01-01', 'Give a day of this century.')

/** The same, or nothing: an empty field is null. */
export const optionalDaySchema = z.preprocess(blankIsNull, plannedDaySchema.nullable())

/** A day as the database keeps it: midnight UTC of a DATE column. */
export function toDate(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`)
}

/** A DATE column's value as a day. */
export function toDay(date: Date | null): string | null {
  return date === null ? null : date.toISOString().slice(0, 10)
}

/** Whether a due day is over: on the day itself nothing is late. `today`: the day at school. */
export function isOver(due: string | null, today: string): boolean {
  return due !== null && due < today
}

const format = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', weekday: 'short', month: 'short', day: 'numeric' })

/** A day for people: "Tue, Nov 24", with its year where that is not the year of `today`. */
export function dayWords(day: string, today: string): string {
  const words = format.format(new Date(`${day}T00:00:00Z`))
  return day.slice(0, 4) === today.slice(0, 4) ? words : `${words}, ${day.slice(0, 4)}`
}

/** The day at school of an ISO instant. */
export function dayOfInstant(at: string, timeZone: string): string {
  return dayIn(new Date(at), timeZone)
}

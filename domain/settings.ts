import { z } from 'zod'

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: value })
    return true
  } catch {
    return false
  }
}

export const paperNameSchema = z.string().trim().min(1, 'Give the paper a name.').max(60, 'Keep the name under 60 characters.')
export const mottoSchema = z.string().trim().max(120, 'Keep the motto under 120 characters.')
/** An IANA time zone name, such as America/Chicago. */
export const timeZoneSchema = z.string().refine(isTimeZone, 'Choose a time zone such as America/Chicago.')

export const sectionNameSchema = z.string().trim().min(1, 'Give the section a name.').max(40, 'Keep the name under 40 characters.')

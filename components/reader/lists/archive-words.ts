import { paperLongDate } from '#domain/paper-date.ts'
import { LOCALES, type Language } from '#domain/words/language.ts'

const written = (day: string, language: Language, parts: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', ...parts }).format(new Date(`${day}T12:00:00Z`))

/** "November 2026", from "2026-11". */
export const monthName = (month: string, language: Language) => written(`${month}-01`, language, { month: 'long', year: 'numeric' })

/** "November", from "2026-11". */
export const monthAlone = (month: string, language: Language) => written(`${month}-01`, language, { month: 'long' })

/** "Monday, Nov. 30, 2026", from "2026-11-30". */
export const dayName = (day: string, language: Language) => paperLongDate(`${day}T12:00:00Z`, { timeZone: 'UTC', language })

/** The days of a week from Sunday, each in short and in full. */
export const weekdays = (language: Language) =>
  Array.from({ length: 7 }, (_, index) => `2026-11-0${index + 1}`).map((day) => ({ short: written(day, language, { weekday: 'short' }), long: written(day, language, { weekday: 'long' }) }))

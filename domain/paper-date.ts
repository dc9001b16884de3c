import { apDate, apDateTime, apLongDate, apTime, clockParts } from './ap-date.ts'
import type { Language } from './words/language.ts'

/** Where and in which language a date is told. `timeZone`: an IANA name. */
export type Telling = { timeZone: string; language: Language }

const MESES = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'] as const
const DIAS: Record<string, string> = { Mon: 'lunes', Tue: 'martes', Wed: 'miércoles', Thu: 'jueves', Fri: 'viernes', Sat: 'sábado', Sun: 'domingo' }

function fecha(iso: string, timeZone: string): string {
  const { year, month, day } = clockParts(iso, timeZone)
  return `${day} de ${MESES[Number(month) - 1]} de ${year}`
}

/** "3:05 p. m.", "1 p. m.", "mediodía": with a space in the abbreviation, that does not break (Ortografía de la RAE, 2010). */
function hora(iso: string, timeZone: string): string {
  const { hour, minute } = clockParts(iso, timeZone)
  const hours = Number(hour)
  if (minute === '00' && hours % 12 === 0) return hours === 0 ? 'medianoche' : 'mediodía'
  return `${hours % 12 === 0 ? 12 : hours % 12}${minute === '00' ? '' : `:${minute}`}\u00a0${hours < 12 ? 'a' : 'p'}.\u00a0m.`
}

/** The same as an hour at which something is: "a las 3:05 p. m.", "a la 1 p. m.", "al mediodía". */
function aLaHora(iso: string, timeZone: string): string {
  const time = hora(iso, timeZone)
  if (time === 'mediodía') return `al ${time}`
  return time === 'medianoche' ? `a ${time}` : `${/^1\D/.test(time) ? 'a la' : 'a las'} ${time}`
}

/** A day as the paper writes it: "Nov. 24, 2026" (AP), "24 de noviembre de 2026" (RAE, Fundéu: small months, no article). `iso`: an ISO 8601 instant. */
export function paperDate(iso: string, { timeZone, language }: Telling): string {
  return language === 'es' ? fecha(iso, timeZone) : apDate(iso, timeZone)
}

/** The same with its weekday: "Tuesday, Nov. 24, 2026", "martes, 24 de noviembre de 2026" (RAE: a comma behind the weekday). */
export function paperLongDate(iso: string, { timeZone, language }: Telling): string {
  return language === 'es' ? `${DIAS[clockParts(iso, timeZone)['weekday'] ?? '']}, ${fecha(iso, timeZone)}` : apLongDate(iso, timeZone)
}

/** The same with the time of day: "Nov. 24, 2026, at 3:05 p.m.", "24 de noviembre de 2026, a las 3:05 p. m.". */
export function paperDateTime(iso: string, { timeZone, language }: Telling): string {
  return language === 'es' ? `${fecha(iso, timeZone)}, ${aLaHora(iso, timeZone)}` : apDateTime(iso, timeZone)
}

/** The time of day alone, where it stands in a list: "3:05 p.m.", "6 p.m.", "noon"; "3:05 p. m.", "mediodía". */
export function paperTime(iso: string, { timeZone, language }: Telling): string {
  return language === 'es' ? hora(iso, timeZone) : apTime(iso, timeZone)
}

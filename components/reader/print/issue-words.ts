import { paperDate } from '#domain/paper-date.ts'
import type { IssueName } from '#domain/print/issue.ts'
import type { Language } from '#domain/words/language.ts'
import type { Words } from '#domain/words/words.ts'

/** "Vol. 3, issue 2"; '' where the paper counts neither. */
export function countedAs({ volume, number }: IssueName, { print }: Words): string {
  if (volume !== null && number !== null) return print.volume(volume, number)
  if (volume !== null) return print.onlyVolume(volume)
  return number === null ? '' : print.onlyNumber(number)
}

/** How a line of text names an issue: by its numbers, or else by its title. */
export function namedAs(issue: IssueName, words: Words): string {
  return countedAs(issue, words) || issue.title
}

/** A day such as "2026-11-24" as the paper writes it. */
export function dayWords(day: string, language: Language): string {
  return paperDate(`${day}T12:00:00Z`, { timeZone: 'UTC', language })
}

import { paperDate, paperDateTime } from '#domain/paper-date.ts'
import type { Language } from '#domain/words/language.ts'

/** A day at the paper, as its language writes it; with the time of day if `withTime`. `at` is an ISO 8601 instant. */
export function StoryDate({ at, timeZone, language = 'en', withTime = false }: { at: string; timeZone: string; language?: Language | undefined; withTime?: boolean }) {
  return <time dateTime={at}>{(withTime ? paperDateTime : paperDate)(at, { timeZone, language })}</time>
}

import { paperDate, paperDateTime } from '#domain/paper-date.ts'
import { toldIn } from './told-in.ts'

/** A day at the paper, as the language of the page writes it; with the time of day if `withTime`. `at` is an ISO 8601 instant. */
export function StoryDate({ at, timeZone, withTime = false }: { at: string; timeZone: string; withTime?: boolean }) {
  return <time dateTime={at}>{(withTime ? paperDateTime : paperDate)(at, { timeZone, language: toldIn() })}</time>
}

import { apDate, apDateTime } from '#domain/ap-date.ts'

/** A day at the paper, in AP style; with the time of day if `withTime`. `at` is an ISO 8601 instant. */
export function StoryDate({ at, timeZone, withTime = false }: { at: string; timeZone: string; withTime?: boolean }) {
  return <time dateTime={at}>{withTime ? apDateTime(at, timeZone) : apDate(at, timeZone)}</time>
}

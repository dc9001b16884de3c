import { dayWords } from '#domain/planning/days.ts'
import { DUE_NAMES, type Due } from '#domain/planning/dues.ts'

/** A day at school. */
export function Day({ day, today }: { day: string; today: string }) {
  return <time dateTime={day}>{dayWords(day, today)}</time>
}

/** What is due when; late is said in words and in colour. */
export function DueMark({ due, today }: { due: Due; today: string }) {
  return (
    <span className={due.late ? 'font-semibold text-bad' : ''}>
      {DUE_NAMES[due.kind]} due <Day day={due.on} today={today} />
      {due.late && ' · late'}
    </span>
  )
}

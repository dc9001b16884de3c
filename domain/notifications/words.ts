import { dayWords } from '../planning/days.ts'
import { DUE_KINDS, DUE_NAMES, type DueKind } from '../planning/dues.ts'
import { kindOf } from './kinds.ts'

/**
 * What a notification is about, as it may be told to this person. `who` null: the paper itself. `title`: the headline or the pitch's title; '':
 * it has none; null: they may not see it. `today`: the day at school.
 */
export type Told = { kind: string; count: number; who: string | null; title: string | null; subjectId: string | null; today: string }

/** A sentence taken apart around what it is about, which a page may show as it likes. `about` null: it names nothing. `titled`: it is the title itself. */
export type Sentence = { before: string; about: string | null; titled: boolean; after: string }

/** How a due day is kept as the subject of a notification. */
export function dueSubject(kind: DueKind, on: string): string {
  return `${kind}:${on}`
}

/** "draft, Tue, Nov 24", of such a subject; '' for what is none. */
function dueWords(subjectId: string | null, today: string): string {
  const [, kind = '', day = ''] = /^(\w+):(\d{4}-\d{2}-\d{2})$/.exec(subjectId ?? '') ?? []
  const known = DUE_KINDS.find((one) => one === kind)
  return known === undefined ? '' : `${DUE_NAMES[known].toLowerCase()}, ${dayWords(day, today)}`
}

const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

/** What happened. */
export function sentenceOf({ kind, count, who, title, subjectId, today }: Told): Sentence {
  const { one, many } = kindOf(kind)
  const template = count > 1 && many !== undefined ? many : one
  const values: Record<string, string> = { who: who ?? 'The paper', n: String(count), due: dueWords(subjectId, today) }
  // In one go, so that a name with braces is only text.
  const filled = template.split('{it}').map((part) => part.replaceAll(/\{(who|n|due)\}/g, (_, name: string) => values[name] ?? ''))
  const [before = '', after] = filled
  if (after === undefined) return { before, about: null, titled: false, after: '' }
  const titled = title !== null && title !== ''
  const about = titled ? title : title === null ? 'something that you can no longer see' : 'a story without a headline'
  return { before, about: before === '' && !titled ? capital(about) : about, titled, after }
}

/** The same as one text, the title in quotation marks. */
export function textOf(told: Told): string {
  const { before, about, titled, after } = sentenceOf(told)
  return `${before}${about === null ? '' : titled ? `“${about}”` : about}${after}`
}

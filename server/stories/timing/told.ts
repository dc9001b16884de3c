import 'server-only'
import { z } from 'zod'
import { plannedWords } from '#domain/school-time.ts'
import { TIMINGS } from '#domain/workflow.ts'

const DATA = z.object({ at: z.iso.datetime().optional(), until: z.iso.datetime().optional(), reason: z.string().optional(), why: z.string().optional() }).catch({})
const WHY: Readonly<Record<string, string>> = {
  edited: 'because the story was edited after its approval',
  published: 'because it was published by hand',
  withdrawn: 'because it was withdrawn',
  embargo: 'because an embargo ends later',
}
const KINDS = new Set(TIMINGS.map((timing) => `story.${timing}`))

/** Whether an audit event tells of the time of a story. */
export function isTiming(kind: string): boolean {
  return KINDS.has(kind)
}

/** What its entry in the history says besides: for when, until when, why. */
export function timingNote(kind: string, data: unknown, timeZone: string): string | null {
  const { at, until, reason, why } = DATA.parse(data)
  // With the year: a history is read years later.
  const words = (iso: string) => plannedWords(new Date(iso), timeZone, new Date(0))
  if (kind === 'story.liftEmbargo') return reason ?? null
  if (at !== undefined) return `for ${words(at)}`
  if (until !== undefined) return `until ${words(until)}`
  return why === undefined ? null : (WHY[why] ?? null)
}

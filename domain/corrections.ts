import { z } from 'zod'
import type { Problem } from './result.ts'

/**
 * Dated notes on a live story, and what somebody says of a change to one. A note is text that readers see: it takes the same last
 * word as a revision (`publishCorrection` in policy.ts).
 */

export const CORRECTION_KINDS = ['CORRECTION', 'UPDATE'] as const
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]
export const CORRECTION_NAMES: Record<CorrectionKind, string> = { CORRECTION: 'Correction', UPDATE: 'Update' }

/** What a new version of a live story is. TYPO: spelling or layout, nothing that a reader could have understood wrongly. */
export const CHANGE_KINDS = [...CORRECTION_KINDS, 'TYPO'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]
export const CHANGE_NAMES: Record<ChangeKind, string> = { ...CORRECTION_NAMES, TYPO: 'Typo' }

/** `note` '' = none. */
export type LiveChange = { kind: ChangeKind; note: string }

const MOST = 2_000
const TOO_LONG = 'Keep the note under 2,000 characters.'

/** The text of a note: what was wrong and what is right, or what is new. */
export const correctionTextSchema = z.string().trim().min(10, 'Say in a sentence what was wrong and what is right, or what is new.').max(MOST, TOO_LONG)

/** The note in a form where it may be left out. */
export const changeNoteSchema = z.string().trim().max(MOST, TOO_LONG).default('')

/** What keeps a new version of a story from going live; null = nothing. `wasLive`: readers see an older version now. */
export function changeProblem(change: LiveChange | undefined, wasLive: boolean): Problem | null {
  if (!wasLive) return null
  if (change === undefined) return { field: 'change', message: 'Readers see this story already. Say what the change is.' }
  const needsNote = change.kind === 'CORRECTION' || (change.kind === 'UPDATE' && change.note !== '')
  if (!needsNote) return null
  const text = correctionTextSchema.safeParse(change.note)
  return text.success ? null : { field: 'note', message: text.error.issues[0]?.message ?? TOO_LONG }
}

/** The note that readers get with a change; null: none. */
export function noteOf(change: LiveChange): { kind: CorrectionKind; text: string } | null {
  return change.kind === 'TYPO' || change.note === '' ? null : { kind: change.kind, text: change.note }
}

/** A form that also asks what a new version of a live story is, in its fields "change" and "note". */
export function withChange<T extends z.ZodRawShape>(form: z.ZodObject<T>) {
  return z.intersection(form, z.object({ change: z.enum(CHANGE_KINDS).optional(), note: changeNoteSchema })).transform(({ note, change, ...rest }) => (change === undefined ? rest : { ...rest, change: { kind: change, note } }))
}

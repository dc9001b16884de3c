import { z } from 'zod'
import { optionalDaySchema } from './days.ts'

export const PITCH_STATES = ['OPEN', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK'] as const
export type PitchState = (typeof PITCH_STATES)[number]

export const PITCH_STATE_NAMES: Record<PitchState, string> = {
  OPEN: 'Waits for an answer',
  ACCEPTED: 'Accepted',
  DECLINED: 'Declined',
  TAKEN_BACK: 'Taken back',
}

const blankIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)

/** What the pitch form takes. `pictures`: what of; '' = none are needed. */
export const pitchSchema = z.object({
  title: z.string().trim().min(1, 'Give it a working title.').max(200, 'Keep the working title under 200 characters.'),
  why: z.string().trim().min(1, 'Say what the story is, and why now.').max(4000, 'Keep it under 4,000 characters.'),
  sectionId: z.preprocess(blankIsNull, z.uuid('Choose a section.').nullable()),
  sources: z.string().trim().max(2000, 'Keep it under 2,000 characters.').default(''),
  hopedFor: optionalDaySchema,
  pictures: z.string().trim().max(1000, 'Keep it under 1,000 characters.').default(''),
})
export type PitchInput = z.output<typeof pitchSchema>

const named = z.object({ pitchId: z.uuid(), version: z.coerce.number().int().positive() })

/** An answer names the version that was read. Accepting may come without a word, declining may not. */
export const acceptPitchSchema = named.extend({ answer: z.string().trim().max(4000, 'Keep it under 4,000 characters.').default('') })
export const declinePitchSchema = named.extend({
  answer: z.string().trim().min(3, 'Say in a sentence why not: it is what the next pitch learns from.').max(4000, 'Keep it under 4,000 characters.'),
})
export const onePitchSchema = z.object({ pitchId: z.uuid() })

/** Whether a pitch can still be changed, taken back and answered. */
export function isUnanswered(state: PitchState): boolean {
  return state === 'OPEN'
}

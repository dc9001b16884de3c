'use server'

import type { FormAction } from '#components/ui/action-form.client.tsx'
import { assignLetterSchema, closeLetterSchema, oneLetterSchema, pitchLetterSchema, replyLetterSchema } from '#domain/letters/letter.ts'
import { formValues, runAction } from '#server/action.ts'
import { letterToPitch, letterToStory } from '#server/letters/becomes.ts'
import { assignLetter, closeLetter, replyToLetter } from '#server/letters/commands.ts'

export const assignLetterAction: FormAction = async (_, form) => runAction(assignLetterSchema, formValues(form), assignLetter, 'Kept.')

export const closeLetterAction: FormAction = async (_, form) => runAction(closeLetterSchema, formValues(form), closeLetter, 'Closed.')

export const replyLetterAction: FormAction = async (_, form) => runAction(replyLetterSchema, formValues(form), replyToLetter, 'The reply is on its way.')

export const letterToStoryAction: FormAction = async (_, form) => {
  const result = await runAction(oneLetterSchema, formValues(form), letterToStory, undefined, { renew: false })
  return result.ok ? { ok: true, goTo: `/newsroom/stories/${result.storyId}` } : result
}

export const letterToPitchAction: FormAction = async (_, form) => {
  const result = await runAction(pitchLetterSchema, formValues(form), letterToPitch, undefined, { renew: false })
  return result.ok ? { ok: true, goTo: `/newsroom/pitches/${result.pitchId}` } : result
}

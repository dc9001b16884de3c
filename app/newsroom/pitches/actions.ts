'use server'

import type { FormAction } from '#components/ui/action-form.client.tsx'
import { acceptPitchSchema, declinePitchSchema, onePitchSchema, pitchSchema } from '#domain/planning/pitch.ts'
import { formValues, problemsOf, runAction } from '#server/action.ts'
import { acceptPitch, changePitch, declinePitch, makePitch, seePitchAnswer, takeBackPitch } from '#server/planning/pitches.ts'

export const makePitchAction: FormAction = async (_, form) => {
  const made = await runAction(pitchSchema, formValues(form), makePitch)
  return made.ok ? { ok: true, goTo: `/newsroom/pitches/${made.pitchId}` } : made
}

export const changePitchAction: FormAction = async (_, form) => {
  const values = formValues(form)
  const named = onePitchSchema.safeParse(values)
  if (!named.success) return { ok: false, problems: problemsOf(named.error) }
  return runAction(pitchSchema, values, (actor, pitch) => changePitch(actor, { ...pitch, ...named.data }), 'Your pitch is changed.')
}

export const takeBackPitchAction: FormAction = async (_, form) => runAction(onePitchSchema, formValues(form), takeBackPitch, 'Taken back.')

export const acceptPitchAction: FormAction = async (_, form) => {
  // The page would lose the form before it could lead on.
  const made = await runAction(acceptPitchSchema, formValues(form), acceptPitch, undefined, { renew: false })
  return made.ok ? { ok: true, goTo: `/newsroom/stories/${made.storyId}/plan` } : made
}

export const declinePitchAction: FormAction = async (_, form) => runAction(declinePitchSchema, formValues(form), declinePitch, 'Declined. The pitcher sees your reply first thing.')

/** Takes the answer to one's own pitch off one's own first page. */
export const seePitchAnswerAction: FormAction = async (_, form) => runAction(onePitchSchema, formValues(form), seePitchAnswer)

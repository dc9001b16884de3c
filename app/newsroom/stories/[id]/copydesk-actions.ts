'use server'

import { z } from 'zod'
import type { DeskActions } from '#components/newsroom/editor/copydesk/desk-types.ts'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { dismissalSchema, paperWordSchema } from '#domain/copydesk/forms.ts'
import { formValues, runAction } from '#server/action.ts'
import { addPaperWord, dismissFinding, undoDismissal } from '#server/copydesk/commands.ts'

export const dismissFindingAction: DeskActions['dismiss'] = async (input) => runAction(dismissalSchema, input, dismissFinding)

export const undoDismissalAction: DeskActions['undo'] = async (input) => runAction(z.object({ dismissalId: z.uuid() }), input, undoDismissal)

export const addPaperWordAction: DeskActions['addWord'] = async (input) => runAction(z.object({ word: paperWordSchema }), input, addPaperWord)

/** The same from the review page, as a form. */
export const dismissFindingForm: FormAction = async (_, form) => {
  const result = await runAction(dismissalSchema, formValues(form), dismissFinding)
  return result.ok ? { ok: true, message: 'Let stand, with your reason.' } : result
}

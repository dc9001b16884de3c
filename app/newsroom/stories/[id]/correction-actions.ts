'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { CORRECTION_KINDS, correctionTextSchema } from '#domain/corrections.ts'
import { remarkSchema } from '#domain/story.ts'
import { formValues, runAction } from '#server/action.ts'
import { addCorrection, declineCorrection, proposeCorrection, publishCorrection } from '#server/corrections/commands.ts'

const note = z.object({
  storyId: z.uuid(),
  revisionId: z.uuid(),
  kind: z.enum(CORRECTION_KINDS, 'Choose what it is.'),
  text: correctionTextSchema,
  replacesId: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
})
const named = z.object({ correctionId: z.uuid() })

export const proposeCorrectionAction: FormAction = async (_, form) => runAction(note, formValues(form), proposeCorrection, 'Proposed. Whoever has the last word sees it under Requests.')

export const addCorrectionAction: FormAction = async (_, form) => runAction(note, formValues(form), addCorrection, 'Published. Readers see it now.')

export const publishCorrectionAction: FormAction = async (_, form) => runAction(named, formValues(form), publishCorrection, 'Published. Readers see it now.')

export const declineCorrectionAction: FormAction = async (_, form) => runAction(named.extend({ reason: remarkSchema }), formValues(form), declineCorrection, 'Declined.')

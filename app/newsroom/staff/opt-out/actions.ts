'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { optOutSchema } from '#domain/opt-out-entry.ts'
import { formValues, runAction } from '#server/action.ts'
import { addOptOut, changeOptOut, removeOptOut } from '#server/opt-out/commands.ts'

const which = z.object({ optOutId: z.uuid() })

export const addOptOutAction: FormAction = async (_, form) => runAction(optOutSchema, formValues(form), addOptOut, 'Added. From now on no story that names them can be published. What readers see already stays as it is: look for the name there.')

export const changeOptOutAction: FormAction = async (_, form) => runAction(optOutSchema.extend(which.shape), formValues(form), changeOptOut, 'Saved.')

export const removeOptOutAction: FormAction = async (_, form) => runAction(which, formValues(form), removeOptOut)

'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { formValues, runAction } from '#server/action.ts'
import { changeReading } from '#server/reads/settings.ts'

const ticked = z.string().optional().transform((value) => value !== undefined)
const settings = z.object({ countsReads: ticked, offlineReading: ticked })

export const changeReadingAction: FormAction = async (_, form) => runAction(settings, formValues(form), changeReading, 'Saved.')

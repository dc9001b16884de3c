'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { formValues, runAction } from '#server/action.ts'
import { eraseCaught, sendAgain } from '#server/mail/commands.ts'

export const sendAgainAction: FormAction = async (_, form) => runAction(z.object({ mailId: z.uuid() }), formValues(form), sendAgain)

export const eraseCaughtAction: FormAction = async () => runAction(z.object({}), {}, eraseCaught)

'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { formValues, runAction } from '#server/action.ts'
import { readAll } from '#server/notifications/commands.ts'

const upTo = z.object({ until: z.iso.datetime().transform((at) => new Date(at)) })

export const readAllAction: FormAction = async (_, form) => runAction(upTo, formValues(form), readAll)

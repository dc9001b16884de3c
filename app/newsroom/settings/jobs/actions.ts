'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { JOB_NAMES } from '#domain/jobs.ts'
import { formValues, runAction } from '#server/action.ts'
import { retryJob } from '#server/jobs/commands.ts'

export const retryJobAction: FormAction = async (_, form) => runAction(z.object({ name: z.enum(JOB_NAMES), id: z.uuid() }), formValues(form), retryJob)

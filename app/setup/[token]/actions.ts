'use server'

import type { FormAction } from '#components/ui/action-form.client.tsx'
import { setupSchema } from '#domain/staff.ts'
import { formValues } from '#server/action.ts'
import { setUpPaper } from '#server/auth/setup.ts'
import { runEntryAction } from '#server/auth/visitor-action.ts'

export const setUpAction: FormAction = async (_, form) => runEntryAction(setupSchema, formValues(form), setUpPaper)

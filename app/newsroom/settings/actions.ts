'use server'

import type { FormAction } from '#components/ui/action-form.client.tsx'
import { paperSettingsSchema } from '#domain/settings.ts'
import { formValues, runAction } from '#server/action.ts'
import { changeSettings } from '#server/settings/commands.ts'

export const changeSettingsAction: FormAction = async (_, form) =>
  runAction(paperSettingsSchema, formValues(form), changeSettings, 'Saved. Readers see it now.')

'use server'

import type { FormAction } from '#components/ui/action-form.client.tsx'
import { notificationSettingsSchema } from '#domain/notifications/settings.ts'
import { formValues, runAction } from '#server/action.ts'
import { changeOwnSettings } from '#server/notifications/commands.ts'

export const changeOwnSettingsAction: FormAction = async (_, form) => runAction(notificationSettingsSchema, formValues(form), changeOwnSettings, 'Saved. It holds from now on.')

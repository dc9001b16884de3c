'use server'

import type { FormAction } from '#components/ui/action-form.client.tsx'
import { reviewSettingsSchema } from '#domain/review-policy.ts'
import { formValues, runAction } from '#server/action.ts'
import { changeReviewSettings } from '#server/reviews/settings.ts'

export const changeReviewSettingsAction: FormAction = async (_, form) =>
  runAction(reviewSettingsSchema, formValues(form), changeReviewSettings, 'Saved, and recorded. Readers see it now on “How we edit”.')

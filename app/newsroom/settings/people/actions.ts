'use server'

import type { FormAction } from '#components/ui/action-form.client.tsx'
import { namingPolicySchema } from '#domain/staff.ts'
import { formValues, runAction } from '#server/action.ts'
import { changeNamingPolicy } from '#server/staff/naming.ts'

export const changeNamingPolicyAction: FormAction = async (_, form) => {
  const { neverWithPictures, ...fields } = formValues(form)
  return runAction(namingPolicySchema, { ...fields, namesWithPictures: neverWithPictures === undefined }, changeNamingPolicy, 'Saved, and recorded. Readers see it now, on old stories too.')
}

'use server'

import type { FormAction } from '#components/ui/action-form.client.tsx'
import { newAssignmentSchema } from '#domain/planning/new-assignment.ts'
import { formValues, runAction } from '#server/action.ts'
import { newAssignment } from '#server/planning/new-assignment.ts'

export const newAssignmentAction: FormAction = async (_, form) => {
  const made = await runAction(newAssignmentSchema, formValues(form), newAssignment)
  return made.ok ? { ok: true, goTo: `/newsroom/stories/${made.storyId}/plan` } : made
}

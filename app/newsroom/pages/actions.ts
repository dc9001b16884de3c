'use server'

import type { FormAction } from '#components/ui/action-form.client.tsx'
import { newPageSchema } from '#domain/pages/starters.ts'
import { formValues, runAction } from '#server/action.ts'
import { createPage } from '#server/stories/new-page.ts'

export const newPageAction: FormAction = async (_, form) => {
  const made = await runAction(newPageSchema, formValues(form), createPage)
  return made.ok ? { ok: true, goTo: `/newsroom/stories/${made.storyId}` } : made
}

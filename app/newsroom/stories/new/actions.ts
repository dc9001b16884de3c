'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { formValues, runAction } from '#server/action.ts'
import { createStory } from '#server/stories/commands.ts'

export const newStoryAction: FormAction = async (_, form) => {
  const made = await runAction(z.strictObject({}), formValues(form), (actor) => createStory(actor))
  return made.ok ? { ok: true, goTo: `/newsroom/stories/${made.storyId}` } : made
}

'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { formValues, runAction } from '#server/action.ts'
import { restoreRevision } from '#server/stories/restore.ts'

/** Makes a former revision the working copy, and opens the editor on it. */
export const restoreAction: FormAction = async (_, form) => {
  const restored = await runAction(z.object({ storyId: z.uuid(), revisionId: z.uuid() }), formValues(form), restoreRevision)
  return restored.ok ? { ok: true, message: `Revision ${restored.number} is the working copy now.` } : restored
}

'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { tagNameSchema } from '#domain/topics.ts'
import { formValues, runAction } from '#server/action.ts'
import { renameTag } from '#server/topics/commands.ts'

export const renameTagAction: FormAction = async (_, form) => {
  const result = await runAction(z.object({ tagId: z.uuid(), name: tagNameSchema }), formValues(form), renameTag)
  return result.ok ? { ok: true, message: result.merged ? 'The two tags are one now.' : 'Renamed.' } : result
}

'use server'

import type { FormAction } from '#components/ui/action-form.client.tsx'
import { z } from 'zod'
import { lookInput } from '#domain/look/form.ts'
import { lookFormSchema } from '#domain/look/look.ts'
import { formValues, runAction } from '#server/action.ts'
import { changeLook, dropLook, tryLook } from '#server/look/commands.ts'

/** Shows what was typed in the preview, or saves it for readers. */
export const lookAction: FormAction = async (_, form) => {
  const values = formValues(form)
  const input = lookInput(values)
  if (values['do'] === 'try') return runAction(lookFormSchema, input, tryLook, 'The preview below shows it. Readers see nothing of it yet.')
  const result = await runAction(lookFormSchema, input, changeLook)
  // As a new document: the version that the form was made from is not the newest any more.
  return result.ok ? { ...result, goTo: '/newsroom/settings/look?saved=1' } : result
}

export const dropLookAction: FormAction = async () => {
  const result = await runAction(z.object({}), {}, dropLook)
  return result.ok ? { ...result, goTo: '/newsroom/settings/look' } : result
}

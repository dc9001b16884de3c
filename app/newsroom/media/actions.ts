'use server'

import { z } from 'zod'
import { assetRightsSchema } from '#domain/media.ts'
import { runAction } from '#server/action.ts'
import { approveFairUse, changeRights } from '#server/media/commands.ts'

/** Saves why we may publish a picture and who made it. */
export async function changeRightsAction(input: unknown) {
  return runAction(assetRightsSchema.extend({ assetId: z.uuid() }), input, changeRights)
}

/** An adviser's yes to fair use. */
export async function approveFairUseAction(input: unknown) {
  return runAction(z.strictObject({ assetId: z.uuid() }), input, approveFairUse)
}

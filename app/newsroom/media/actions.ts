'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { assetRightsSchema } from '#domain/media.ts'
import { assetChangeSchema, replaceAssetSchema } from '#domain/media-library.ts'
import { formValues, runAction } from '#server/action.ts'
import { approveFairUse, changeRights } from '#server/media/commands.ts'
import { removeProof } from '#server/media/proof.ts'
import { deleteAsset } from '#server/media/remove.ts'
import { replaceAsset } from '#server/media/replace.ts'
import { updateAsset } from '#server/media/words.ts'

/** The forms of pictures show what was saved themselves. */
const SAVED_ON_THE_WAY = { renew: false }

const onePicture = z.strictObject({ assetId: z.uuid() })

/** Saves why we may publish a picture and who made it. */
export async function changeRightsAction(input: unknown) {
  return runAction(assetRightsSchema.safeExtend({ assetId: z.uuid() }), input, changeRights, undefined, SAVED_ON_THE_WAY)
}

/** An adviser's yes to fair use. */
export async function approveFairUseAction(input: unknown) {
  return runAction(onePicture, input, approveFairUse)
}

/** Takes the file away that proves a picture's right. */
export async function removeProofAction(input: unknown) {
  return runAction(onePicture, input, removeProof)
}

/** Saves what a picture says of itself. */
export async function changeAssetAction(input: unknown) {
  return runAction(assetChangeSchema, input, updateAsset, undefined, SAVED_ON_THE_WAY)
}

/** Puts another picture in the place of one. */
export async function replaceAssetAction(input: unknown) {
  return runAction(replaceAssetSchema, input, replaceAsset)
}

const throwAway = onePicture.extend({ sure: z.literal('yes', { error: 'Tick this first.' }) })

/** Throws a picture away that nobody has used. */
export const deleteAssetAction: FormAction = async (_, form) => {
  const result = await runAction(throwAway, formValues(form), (actor, { assetId }) => deleteAsset(actor, { assetId }))
  return result.ok ? { ...result, goTo: '/newsroom/media' } : result
}

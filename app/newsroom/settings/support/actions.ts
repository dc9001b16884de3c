'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { advertisementSchema, donationsSchema } from '#domain/support/support.ts'
import { formValues, runAction } from '#server/action.ts'
import { changeAd, changeDonations, removeAd, switchAds } from '#server/support/commands.ts'

const of = z.object({ adId: z.uuid() })
const switched = z.object({ advertisements: z.string().optional().transform((value) => value !== undefined) })

export const changeDonationsAction: FormAction = async (_, form) => runAction(donationsSchema, formValues(form), changeDonations, 'Saved. Readers see it now.')

export const switchAdsAction: FormAction = async (_, form) => runAction(switched, formValues(form), switchAds, 'Saved.')

export const changeAdAction: FormAction = async (_, form) => runAction(z.intersection(advertisementSchema, of), formValues(form), changeAd, 'Saved.')

export const removeAdAction: FormAction = async (_, form) => runAction(of, formValues(form), removeAd, 'Removed.')

'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { BYLINE_FORMS } from '#domain/people.ts'
import { ownPasswordSchema } from '#domain/staff.ts'
import { formValues, runAction } from '#server/action.ts'
import { signOutEverywhere } from '#server/auth/account.ts'
import { changePasswordHere } from '#server/auth/entry.ts'
import { changeByline } from '#server/staff/byline.ts'

const ownByline = z.object({ bylineForm: z.enum(BYLINE_FORMS, 'Choose how your name appears.') })

export const changePasswordAction: FormAction = async (_, form) =>
  runAction(ownPasswordSchema, formValues(form), changePasswordHere, 'Password changed. Every other device is signed out.')

export const changeOwnBylineAction: FormAction = async (_, form) =>
  runAction(ownByline, formValues(form), (actor, { bylineForm }) => changeByline(actor, { staffId: actor.staffId, bylineForm }), 'Saved. Readers see it now.')

export const signOutEverywhereAction: FormAction = async () => {
  const result = await runAction(z.object({}), {}, signOutEverywhere)
  if (result.ok) redirect('/sign-in?done=everywhere')
  return result
}

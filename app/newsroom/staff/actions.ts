'use server'

import type { LinkAction } from '#components/newsroom/staff-link-form.client.tsx'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { bylineChangeSchema, inviteSchema, personSchema, revokeSchema, roleChangeSchema } from '#domain/staff.ts'
import { formValues, runAction } from '#server/action.ts'
import { changeByline } from '#server/staff/byline.ts'
import { changeRole, deactivate, makeResetLink, reactivate } from '#server/staff/commands.ts'
import { revokeInvitation } from '#server/staff/invitations.ts'
import { inviteByMail } from '#server/staff/invite-by-mail.ts'

export const inviteAction: LinkAction = async (_, form) => runAction(inviteSchema, formValues(form), inviteByMail)

export const revokeAction: FormAction = async (_, form) => runAction(revokeSchema, formValues(form), revokeInvitation)

export const changeRoleAction: FormAction = async (_, form) => runAction(roleChangeSchema, formValues(form), changeRole, 'Saved. They are signed out.')

export const deactivateAction: FormAction = async (_, form) => runAction(personSchema, formValues(form), deactivate)

export const reactivateAction: FormAction = async (_, form) => runAction(personSchema, formValues(form), reactivate)

export const changeBylineAction: FormAction = async (_, form) =>
  runAction(bylineChangeSchema, formValues(form), changeByline, 'Saved. Readers see it now.')

export const makeResetLinkAction: LinkAction = async (_, form) => runAction(personSchema, formValues(form), makeResetLink)

'use server'

import type { LinkAction } from '#components/newsroom/staff-link-form.client.tsx'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { awaySchema, bylineChangeSchema, inviteSchema, personSchema, positionChangeSchema, profileSchema, revokeSchema, roleChangeSchema } from '#domain/staff.ts'
import { formValues, runAction } from '#server/action.ts'
import { markAway } from '#server/ownership/away.ts'
import { changeByline } from '#server/staff/byline.ts'
import { changeRole, deactivate, makeResetLink, reactivate } from '#server/staff/commands.ts'
import { invite, revokeInvitation } from '#server/staff/invitations.ts'
import { changePosition } from '#server/staff/positions.ts'
import { changeProfile } from '#server/staff/profile.ts'

export const inviteAction: LinkAction = async (_, form) => runAction(inviteSchema, formValues(form), invite)

export const revokeAction: FormAction = async (_, form) => runAction(revokeSchema, formValues(form), revokeInvitation)

export const changeRoleAction: FormAction = async (_, form) => runAction(roleChangeSchema, formValues(form), changeRole, 'Saved. They are signed out.')

export const deactivateAction: FormAction = async (_, form) => runAction(personSchema, formValues(form), deactivate)

export const reactivateAction: FormAction = async (_, form) => runAction(personSchema, formValues(form), reactivate)

export const changeBylineAction: FormAction = async (_, form) =>
  runAction(bylineChangeSchema, formValues(form), changeByline, 'Saved. Readers see it now.')

export const makeResetLinkAction: LinkAction = async (_, form) => runAction(personSchema, formValues(form), makeResetLink)

export const changePositionAction: FormAction = async (_, form) =>
  runAction(positionChangeSchema, { ...formValues(form), sectionIds: form.getAll('sectionIds') }, changePosition, 'Saved.')

export const changeProfileAction: FormAction = async (_, form) => runAction(profileSchema, formValues(form), changeProfile, 'Saved.')

export const markAwayAction: FormAction = async (_, form) => runAction(awaySchema, formValues(form), markAway, 'Saved.')

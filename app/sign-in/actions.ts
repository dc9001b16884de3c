'use server'

import type { FormAction } from '#components/ui/action-form.client.tsx'
import { acceptSchema, linkSchema, mailRequestSchema, resetSchema } from '#domain/staff.ts'
import { formValues } from '#server/action.ts'
import { askForLink } from '#server/auth/entry.ts'
import { enterByLink, resetPassword } from '#server/auth/recovery.ts'
import { runEntryAction, runVisitorAction } from '#server/auth/visitor-action.ts'
import { acceptInvitation } from '#server/staff/joining.ts'

export const askForResetAction: FormAction = async (_, form) =>
  runVisitorAction(mailRequestSchema, formValues(form), 'mail-address', (input) => askForLink('PASSWORD_RESET', input))

export const askForLinkAction: FormAction = async (_, form) =>
  runVisitorAction(mailRequestSchema, formValues(form), 'mail-address', (input) => askForLink('MAGIC_LINK', input))

export const resetAction: FormAction = async (_, form) => runEntryAction(resetSchema, formValues(form), resetPassword)

export const enterAction: FormAction = async (_, form) => runEntryAction(linkSchema, formValues(form), enterByLink)

export const acceptAction: FormAction = async (_, form) => runEntryAction(acceptSchema, formValues(form), acceptInvitation)

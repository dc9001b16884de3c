'use server'

import type { FormAction } from '#components/ui/action-form.client.tsx'
import { newsletterSettingsSchema, sendNewsletterSchema, subscriberSchema, testNewsletterSchema } from '#domain/newsletter/sign-up.ts'
import { formValues, runAction } from '#server/action.ts'
import { allowAgain, changeNewsletter, eraseReader } from '#server/newsletter/commands.ts'
import { sendNewsletter, testNewsletter } from '#server/newsletter/send.ts'

export const sendNewsletterAction: FormAction = async (_, form) => runAction(sendNewsletterSchema, formValues(form), sendNewsletter, 'Sent. The copies are on their way.')

export const testNewsletterAction: FormAction = async (_, form) => runAction(testNewsletterSchema, formValues(form), testNewsletter, 'A test is on its way to you.')

export const changeNewsletterAction: FormAction = async (_, form) => runAction(newsletterSettingsSchema, formValues(form), changeNewsletter, 'Saved.')

export const allowAgainAction: FormAction = async (_, form) => runAction(subscriberSchema, formValues(form), allowAgain)

export const eraseReaderAction: FormAction = async (_, form) => runAction(subscriberSchema, formValues(form), eraseReader)

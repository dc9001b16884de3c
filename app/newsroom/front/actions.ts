'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { bannerInputSchema } from '#domain/front-page/banner.ts'
import { frontStepSchema } from '#domain/front-page/steps.ts'
import { wallDateSchema, wallTimeSchema, whichSchema } from '#domain/school-time.ts'
import { formValues, runAction } from '#server/action.ts'
import { changeDraft, draftBanner, redoStep, removeBanner, undoStep } from '#server/front-page/draft.ts'
import { publishFront, putBack } from '#server/front-page/publish.ts'
import { scheduleFront, unscheduleFront } from '#server/front-page/schedule.ts'
import { keepingTyped } from '../stories/[id]/schedule/keeping-typed.ts'

const version = z.coerce.number<string>().int()
const onDraft = z.object({ version })
const onBanner = z.object({ seen: z.string().max(500) })

export const stepAction: FormAction = async (_, form) => {
  const values = formValues(form)
  if (values['do'] === 'undo') return runAction(onDraft, values, undoStep)
  if (values['do'] === 'redo') return runAction(onDraft, values, redoStep)
  return runAction(z.object({ version, step: frontStepSchema }), { version: values['version'], step: values }, changeDraft)
}

export const bannerAction: FormAction = async (_, form) => keepingTyped(form, await runAction(z.intersection(bannerInputSchema, onBanner), formValues(form), draftBanner), ['words', 'date', 'time'])

export const removeBannerAction: FormAction = async (_, form) => runAction(onBanner, formValues(form), removeBanner)

export const publishFrontAction: FormAction = async (_, form) => runAction(onDraft, formValues(form), publishFront, 'Published. Readers see it now.')

export const scheduleFrontAction: FormAction = async (_, form) =>
  keepingTyped(form, await runAction(onDraft.extend({ date: wallDateSchema, time: wallTimeSchema, which: whichSchema }), formValues(form), scheduleFront, 'Scheduled, as the draft is now. It comes out by itself at that minute.'))

export const unscheduleFrontAction: FormAction = async (_, form) => runAction(z.object({ scheduleId: z.uuid() }), formValues(form), unscheduleFront)

export const putBackAction: FormAction = async (_, form) => runAction(z.object({ arrangementId: z.uuid() }), formValues(form), putBack)

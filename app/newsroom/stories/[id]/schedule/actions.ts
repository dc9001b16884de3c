'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { withChange } from '#domain/corrections.ts'
import { wallDateSchema, wallTimeSchema, whichSchema } from '#domain/school-time.ts'
import { remarkSchema } from '#domain/story.ts'
import { formValues, runAction } from '#server/action.ts'
import { cancelUnpublish, liftEmbargo, scheduleStory, scheduleUnpublish, setEmbargo, unscheduleStory } from '#server/stories/timing/schedule.ts'
import { keepingTyped } from './keeping-typed.ts'

const story = z.object({ storyId: z.uuid() })
const timed = story.extend({ date: wallDateSchema, time: wallTimeSchema, which: whichSchema })
const plan = timed.extend({ revisionId: z.uuid() })

export const scheduleAction: FormAction = async (_, form) =>
  keepingTyped(form, await runAction(withChange(plan), formValues(form), scheduleStory, 'Scheduled. It goes out by itself at that minute.'))

export const unscheduleAction: FormAction = async (_, form) => runAction(story, formValues(form), unscheduleStory, 'Cancelled. Nothing is scheduled now.')

export const scheduleUnpublishAction: FormAction = async (_, form) =>
  keepingTyped(form, await runAction(plan.extend({ reason: remarkSchema }), formValues(form), scheduleUnpublish, 'Planned. Readers see it until that minute.'))

export const cancelUnpublishAction: FormAction = async (_, form) => runAction(story, formValues(form), cancelUnpublish, 'Cancelled. It stays live.')

export const setEmbargoAction: FormAction = async (_, form) => keepingTyped(form, await runAction(timed, formValues(form), setEmbargo, 'Set. Nobody can publish it before.'))

export const liftEmbargoAction: FormAction = async (_, form) =>
  keepingTyped(form, await runAction(story.extend({ reason: remarkSchema }), formValues(form), liftEmbargo, 'Lifted. It can be published now.'))

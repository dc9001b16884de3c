'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { assignmentSchema, volunteerSchema } from '#domain/planning/assignments.ts'
import { planSchema } from '#domain/planning/dues.ts'
import { onePhotoSchema, photoAskSchema, photoChangeSchema, photoDeliverySchema, photoStateSchema } from '#domain/planning/photo-requests.ts'
import { formValues, runAction } from '#server/action.ts'
import { giveStory } from '#server/ownership/give.ts'
import { assign, unassign, volunteer } from '#server/planning/assignments.ts'
import { planStory } from '#server/planning/days.ts'
import { askForPhoto, changePhoto, deliverPhoto, setPhotoState, takePhoto } from '#server/planning/photo-requests.ts'

export const assignAction: FormAction = async (_, form) => runAction(assignmentSchema, formValues(form), assign, 'Assigned.')

export const unassignAction: FormAction = async (_, form) => runAction(assignmentSchema, formValues(form), unassign)

const given = z.object({ storyId: z.uuid(), toId: z.uuid('Choose a person.') })

export const giveAction: FormAction = async (_, form) => runAction(given, formValues(form), giveStory, 'Handed over.')

export const volunteerAction: FormAction = async (_, form) => runAction(volunteerSchema, formValues(form), volunteer, 'It is yours.')

export const planAction: FormAction = async (_, form) => runAction(planSchema, formValues(form), planStory, 'The days are saved.')

export const askForPhotoAction: FormAction = async (_, form) => runAction(photoAskSchema, formValues(form), askForPhoto, 'The picture is asked for.')

export const changePhotoAction: FormAction = async (_, form) => runAction(photoChangeSchema, formValues(form), changePhoto, 'The request is changed.')

export const takePhotoAction: FormAction = async (_, form) => runAction(onePhotoSchema, formValues(form), takePhoto, 'It is yours.')

export const setPhotoStateAction: FormAction = async (_, form) => runAction(photoStateSchema, formValues(form), setPhotoState)

export const deliverPhotoAction: FormAction = async (_, form) => runAction(photoDeliverySchema, formValues(form), deliverPhoto, 'Delivered.')

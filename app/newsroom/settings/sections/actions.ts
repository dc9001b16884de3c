'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { newSectionSchema, sectionChangeSchema } from '#domain/sections.ts'
import { formValues, runAction } from '#server/action.ts'
import { timeNow } from '#server/clock.ts'
import { addSection, changeSection, mergeSection, moveSection, setSectionClosed } from '#server/sections/commands.ts'

const section = z.object({ sectionId: z.uuid() })

export const addSectionAction: FormAction = async (_, form) => runAction(newSectionSchema, formValues(form), addSection, 'Section added.')

export const changeSectionAction: FormAction = async (_, form) => runAction(sectionChangeSchema, formValues(form), changeSection, 'Saved. Readers see it now.')

export const moveSectionAction: FormAction = async (_, form) => runAction(section.extend({ move: z.enum(['up', 'down']) }), formValues(form), moveSection)

export const closeSectionAction: FormAction = async (_, form) =>
  runAction(section.extend({ closed: z.enum(['yes', 'no']).transform((word) => word === 'yes') }), formValues(form), (actor, input) => setSectionClosed(actor, input, timeNow()), 'Done.')

export const mergeSectionAction: FormAction = async (_, form) =>
  runAction(section.extend({ intoId: z.uuid('Choose a section.') }), formValues(form), (actor, input) => mergeSection(actor, input, timeNow()), 'Done. Readers find the stories in their new section.')

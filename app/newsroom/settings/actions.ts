'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { sectionNameSchema } from '#domain/settings.ts'
import { formValues, runAction } from '#server/action.ts'
import { addSection, changeSection } from '#server/settings/commands.ts'

const newSection = z.object({ name: sectionNameSchema })
const changedSection = newSection.extend({ sectionId: z.uuid(), move: z.enum(['up', 'down', 'stay']), needsRiskChecklist: z.string().optional().transform((value) => value !== undefined) })

export const addSectionAction: FormAction = async (_, form) => runAction(newSection, formValues(form), addSection, 'Section added.')

export const changeSectionAction: FormAction = async (_, form) => runAction(changedSection, formValues(form), changeSection, 'Saved.')

import { z } from 'zod'
import { optionalDaySchema } from './days.ts'
import { orderProblems } from './dues.ts'

const blankIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const personSchema = z.preprocess(blankIsNull, z.uuid('Choose a person.').nullable())

/** A story that the newsroom asks for, without a pitch. The days follow each other. */
export const newAssignmentSchema = z
  .object({
    title: z.string().trim().min(1, 'Give it a working title.').max(200, 'Keep the working title under 200 characters.'),
    sectionId: z.preprocess(blankIsNull, z.uuid('Choose a section.').nullable()),
    writerId: personSchema,
    photographerId: personSchema,
    editorId: personSchema,
    draftDue: optionalDaySchema,
    editDue: optionalDaySchema,
    plannedFor: optionalDaySchema,
    wanted: z.string().trim().max(1000, 'Keep it under 1,000 characters.').default(''),
    photoDue: optionalDaySchema,
  })
  .superRefine((plan, context) => {
    for (const { field, message } of orderProblems(plan)) context.addIssue({ code: 'custom', path: [field], message })
    if (plan.photoDue !== null && plan.wanted === '') context.addIssue({ code: 'custom', path: ['wanted'], message: 'Say what the picture should show.' })
  })
export type NewAssignment = z.output<typeof newAssignmentSchema>

'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { riskAnswersSchema, RISKS } from '#domain/risk-checklist.ts'
import { remarkSchema } from '#domain/story.ts'
import { formValues, runAction } from '#server/action.ts'
import { allowNamed, endAllowance } from '#server/opt-out/commands.ts'
import { commentOnRevision } from '#server/reviews/comments.ts'
import { answerObjection, objectTo } from '#server/reviews/objections.ts'
import { fillRiskChecklist } from '#server/reviews/risk-checks.ts'

const decision = z.object({ storyId: z.uuid(), revisionId: z.uuid() })
const comment = decision.extend({ comment: z.string().trim().max(5_000, 'Keep a comment under 5,000 characters.') })
const objection = z.object({ reviewId: z.uuid(), body: remarkSchema })
const answer = z.object({ objectionId: z.uuid(), lift: z.enum(['yes', 'no'], 'Choose one.').transform((value) => value === 'yes'), answer: remarkSchema })
const checklist = decision.extend({ answers: riskAnswersSchema })

export const commentAction: FormAction = async (_, form) => runAction(comment, formValues(form), commentOnRevision, 'Said. The editors need not wait for you.')

export const objectAction: FormAction = async (_, form) => runAction(objection, formValues(form), objectTo, 'Your objection is on record.')

export const answerObjectionAction: FormAction = async (_, form) => runAction(answer, formValues(form), answerObjection, 'Answered.')

const allowance = z.object({ storyId: z.uuid(), optOutId: z.uuid(), reason: remarkSchema })

export const allowNamedAction: FormAction = async (_, form) => runAction(allowance, formValues(form), allowNamed, 'Allowed in this story, and recorded.')

export const endAllowanceAction: FormAction = async (_, form) => runAction(allowance.omit({ reason: true }), formValues(form), endAllowance, 'Taken back, and recorded.')

/** The fields of a risk are `accuracy` and `accuracy.remark`; the problems of the schema are given those names back. */
export const riskChecklistAction: FormAction = async (_, form) => {
  const { storyId, revisionId, ...fields } = formValues(form)
  const answers = Object.fromEntries(RISKS.map(({ id }) => [id, { answer: fields[id], remark: fields[`${id}.remark`] ?? '' }]))
  const result = await runAction(checklist, { storyId, revisionId, answers }, fillRiskChecklist, 'Kept with this revision.')
  if (result.ok) return result
  const named = (field: string) => field.replace(/^answers\./, '').replace(/\.answer$/, '')
  return { ...result, problems: result.problems.map((problem) => (problem.field === undefined ? problem : { ...problem, field: named(problem.field) })) }
}

'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { withChange } from '#domain/corrections.ts'
import { REQUESTS } from '#domain/review-policy.ts'
import { remarkSchema } from '#domain/story.ts'
import { formValues, runAction } from '#server/action.ts'
import { approveRevision, askWithdrawal, publishRevision, sendBack, sendOn, submitStory, withdrawStory } from '#server/stories/moves.ts'

const decision = z.object({ storyId: z.uuid(), revisionId: z.uuid() })
const sentBack = decision.extend({
  notes: remarkSchema,
  request: z.enum(REQUESTS, 'Choose what you ask for.'),
  reason: z.string().trim().max(5_000, 'Keep the reason under 5,000 characters.').default(''),
})
/** `change` is asked where readers see the story already. */
const withVersion = withChange(decision)
const reasoned = decision.extend({ reason: remarkSchema })
const withdrawal = reasoned.extend({ statement: z.string().trim().max(2_000, 'Keep the statement under 2,000 characters.').default('') })

export const submitAction: FormAction = async (_, form) =>
  runAction(withVersion, formValues(form), submitStory, 'Handed in. The editors take it from here.')

export const sendOnAction: FormAction = async (_, form) => runAction(decision, formValues(form), sendOn, 'Sent on for review.')

export const sendBackAction: FormAction = async (_, form) => runAction(sentBack, formValues(form), sendBack, 'Sent back with your notes.')

export const approveAction: FormAction = async (_, form) => runAction(decision, formValues(form), approveRevision, 'Approved.')

export const publishAction: FormAction = async (_, form) => runAction(withVersion, formValues(form), publishRevision, 'Published. Readers can see it now.')

export const askWithdrawalAction: FormAction = async (_, form) => runAction(reasoned, formValues(form), askWithdrawal, 'Asked. The advisers see it first in their list.')

export const withdrawAction: FormAction = async (_, form) => runAction(withdrawal, formValues(form), withdrawStory, 'Withdrawn. Readers no longer see it.')

'use server'

import { z } from 'zod'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { requestDecisionSchema, voteSchema } from '#domain/takedown-policy.ts'
import { formValues, runAction } from '#server/action.ts'
import { decideRequest } from '#server/requests/decide.ts'
import { showToSearch } from '#server/requests/search-listing.ts'
import { voteOnRequest } from '#server/requests/votes.ts'

export const voteAction: FormAction = async (_, form) => runAction(voteSchema, formValues(form), voteOnRequest, 'Your vote is kept. You may change it until the decision.')

export const decideRequestAction: FormAction = async (_, form) => {
  const result = await runAction(requestDecisionSchema, formValues(form), decideRequest)
  if (!result.ok) return result
  return { ok: true, message: result.mailed ? 'Decided. The reply is on its way.' : 'Decided.' }
}

export const showToSearchAction: FormAction = async (_, form) => runAction(z.object({ storyId: z.uuid() }), formValues(form), showToSearch, 'Search engines may list it again.')

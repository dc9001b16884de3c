'use server'

import type { FormAction } from '#components/ui/action-form.client.tsx'
import { changePollSchema, onePollSchema, pollSchema } from '#domain/polls/poll.ts'
import { formValues, runAction } from '#server/action.ts'
import { changePoll, closePoll, makePoll } from '#server/polls/commands.ts'

export const makePollAction: FormAction = async (_, form) => {
  const made = await runAction(pollSchema, formValues(form), makePoll)
  return made.ok ? { ok: true, goTo: `/newsroom/polls/${made.pollId}` } : made
}

export const changePollAction: FormAction = async (_, form) => runAction(changePollSchema, formValues(form), changePoll, 'Saved.')

export const closePollAction: FormAction = async (_, form) => runAction(onePollSchema, formValues(form), closePoll, 'Closed. Readers see what it came to.')

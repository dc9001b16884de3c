import type { FormAnswer } from '#components/ui/action-form.client.tsx'
import type { Result } from '#domain/result.ts'
import { formValues } from '#server/action.ts'

/** A refusal with what was typed, so that a browser without script shows it again. */
export function keepingTyped(form: FormData, result: Result<FormAnswer>): Result<FormAnswer> {
  if (result.ok) return result
  const { date = '', time = '', reason = '', note = '' } = formValues(form)
  return { ...result, kept: { date, time, reason, note } }
}

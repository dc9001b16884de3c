import type { FormAnswer } from '#components/ui/action-form.client.tsx'
import type { Result } from '#domain/result.ts'
import { formValues } from '#server/action.ts'

/** A refusal with what was typed into these fields, so that a browser without script shows it again. */
export function keepingTyped(form: FormData, result: Result<FormAnswer>, fields: readonly string[] = ['date', 'time', 'reason', 'note']): Result<FormAnswer> {
  if (result.ok) return result
  const values = formValues(form)
  return { ...result, kept: Object.fromEntries(fields.map((name) => [name, values[name] ?? ''])) }
}

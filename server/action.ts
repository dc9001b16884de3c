import 'server-only'
import type { z } from 'zod'
import type { Actor } from '#domain/people.ts'
import { refuse, type Problem, type Result } from '#domain/result.ts'
import { storable, storableDeep } from '#domain/storable.ts'
import { currentActor } from './auth/actor.ts'
import { expireFromAction } from './cache-edge.ts'
import type { CommandResult } from './command.ts'

/** The problems of a zod error, each beside its field. */
export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.map((issue) => (issue.path.length === 0 ? { message: issue.message } : { field: issue.path.join('.'), message: issue.message }))
}

/** The fields of a form as plain text values that can be stored; files and Next's own fields are left out. */
export function formValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string' && !name.startsWith('$ACTION')) values[name] = storable(value)
  return values
}

/**
 * The way of every server action: who is signed in → parse → one command → expire its tags → answer. `input` is whatever
 * came from the browser; its texts are made storable. `message` is shown when it worked. `renew: false`: the page that sent it shows
 * the answer itself, as where something is saved at every pause in typing, and is not rendered anew.
 */
export async function runAction<S extends z.ZodType, T extends object>(
  schema: S,
  input: unknown,
  command: (actor: Actor, input: z.output<S>) => Promise<CommandResult<T>>,
  message?: string,
  { renew }: { renew: boolean } = { renew: true },
): Promise<Result<T & { message?: string }>> {
  const actor = await currentActor()
  // No redirect: what was typed would be gone with the page.
  if (actor === null) return refuse('You are signed out. Sign in in another tab, then press the button again. Nothing here is lost.')
  const parsed = schema.safeParse(storableDeep(input))
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  const result = await command(actor, parsed.data)
  if (!result.ok) return result
  await expireFromAction(result.tags, { renew })
  // The tags are no business of the browser.
  return { ...result, tags: [], ...(message === undefined ? {} : { message }) }
}

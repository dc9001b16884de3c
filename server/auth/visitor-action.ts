import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { refuse, type Result } from '#domain/result.ts'
import { tooManyTries } from '#domain/staff.ts'
import { problemsOf } from '../action.ts'
import { expireFromAction } from '../cache-edge.ts'
import type { CommandResult } from '../command.ts'
import { addressIn } from './client-address.ts'
import { isFromOurPages } from './origin.ts'
import { addressKey, takeTry, type LimitName } from './rate-limit.ts'
import { startSession } from './session.ts'

/**
 * The way of an action for somebody who is not signed in: own page? → limit per address → parse → work. What people
 * typed is checked before `work`, so that a slip never uses up a link.
 */
export async function runVisitorAction<S extends z.ZodType, T extends object>(
  schema: S,
  input: unknown,
  limit: LimitName,
  work: (input: z.output<S>) => Promise<Result<T>>,
): Promise<Result<T>> {
  const sent = await headers()
  if (!isFromOurPages(sent)) return refuse('This form was not sent from this site. Reload the page and try again.')
  const seconds = await takeTry(limit, addressKey(addressIn(sent)))
  if (seconds > 0) return refuse(tooManyTries(seconds))
  const parsed = schema.safeParse(input)
  if (!parsed.success) {
    // The link's secret has no field of its own on the page.
    return { ok: false, problems: problemsOf(parsed.error).map((problem) => (problem.field === 'token' ? { message: problem.message } : problem)) }
  }
  return work(parsed.data)
}

/** Such an action whose command opens an account: on success the person is signed in and sent to the newsroom. */
export function runEntryAction<S extends z.ZodType>(
  schema: S,
  input: unknown,
  command: (input: z.output<S>) => Promise<CommandResult<{ userId: string }>>,
): Promise<Result> {
  return runVisitorAction(schema, input, 'link-address', async (parsed) => {
    const result = await command(parsed)
    if (!result.ok) return result
    if (result.tags.length > 0) await expireFromAction(result.tags)
    redirect((await startSession(result.userId)) ? '/newsroom' : '/sign-in')
  })
}

import 'server-only'
import { after } from 'next/server'
import type { Actor } from '#domain/people.ts'
import { refuse, type Result } from '#domain/result.ts'
import { tooManyTries } from '#domain/staff.ts'
import type { CommandResult } from '../command.ts'
import { changeOwnPassword } from './account.ts'
import { mailLink, takeMailTry } from './recovery.ts'
import { startSession } from './session.ts'

const ON_ITS_WAY = 'If this address has an account, a mail with a link is on its way. Look into your spam folder too.'

/** Asks for a link by mail. Known and unknown addresses get the same answer at the same time; the work comes after it. */
export async function askForLink(kind: 'PASSWORD_RESET' | 'MAGIC_LINK', { email }: { email: string }): Promise<Result<{ message: string }>> {
  const seconds = await takeMailTry(email)
  if (seconds > 0) return refuse(tooManyTries(seconds), 'email')
  after(() => mailLink(kind, email))
  return { ok: true, message: ON_ITS_WAY }
}

/** Changes one's own password and keeps this browser, and only this one, signed in. */
export async function changePasswordHere(actor: Actor, input: { current: string; password: string }): Promise<CommandResult> {
  const result = await changeOwnPassword(actor, input)
  if (!result.ok) return result
  await startSession(result.userId)
  return { ok: true, tags: [] }
}

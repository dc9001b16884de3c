import 'server-only'
import type { Actor } from '#domain/people.ts'
import type { YearEndInput } from '#domain/year-end.ts'
import type { CommandResult } from '../command.ts'
import { mailAfter } from '../staff/invite-by-mail.ts'
import { moveStaffOn } from './move-on.ts'

/** Moves the staff on, and mails the new adviser their invitation after the answer where mail is configured (`mailed`). */
export async function moveStaffOnByMail(actor: Actor, input: YearEndInput): Promise<CommandResult<{ yearEndId: string; adviserUrl: string | null; mailed: boolean }>> {
  const result = await moveStaffOn(actor, input, new Date())
  if (!result.ok) return result
  const { adviserUrl } = result
  const mailed = adviserUrl !== null && input.newAdviser !== null && mailAfter([{ input: { ...input.newAdviser, role: 'ADVISER' }, url: adviserUrl }])
  return { ...result, mailed }
}

import 'server-only'
import type { Actor } from '#domain/people.ts'
import { SIGNED_OUT } from '#domain/policy.ts'
import { tooManyTries } from '#domain/staff.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { db, inTransaction } from '../db.ts'
import { endSessions, lockActor } from './ending-sessions.ts'
import { revokeLinks } from './one-time-links.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { takeTry } from './rate-limit.ts'


/** Changes one's own password; every session of the account ends, this one too, so the caller starts a new one. */
export async function changeOwnPassword(actor: Actor, { current, password }: { current: string; password: string }): Promise<CommandResult<{ userId: string }>> {
  const seconds = await takeTry('own-password', actor.userId)
  if (seconds > 0) return { ok: false, problems: [{ message: tooManyTries(seconds) }] }
  const before = await db().user.findUnique({ where: { id: actor.userId }, select: { passwordHash: true } })
  if (before?.passwordHash === null) return { ok: false, problems: [{ message: 'You sign in with Google and have no password. Ask for a reset link to set one.' }] }
  if (before === null || !(await verifyPassword(before.passwordHash, current))) {
    return { ok: false, problems: [{ field: 'current', message: 'This is not your password.' }] }
  }
  const passwordHash = await hashPassword(password)
  return outcome(() =>
    inTransaction(async (tx) => {
      const { userId } = actor
      if ((await lockActor(tx, userId)) === null) throw new Refusal(SIGNED_OUT)
      const { count } = await tx.user.updateMany({
        where: { id: userId, passwordHash: before.passwordHash },
        data: { passwordHash, sessionVersion: { increment: 1 } },
      })
      if (count === 0) throw new Refusal('Your password was changed meanwhile. Sign in with the new one.')
      await revokeLinks(tx, { userId })
      await recordEvent(tx, { actor, kind: 'account.passwordChanged', subjectId: userId, data: { by: 'self' } })
      return { ok: true, tags: [], userId }
    }),
  )
}

/** Ends every session of one's own account, this one too, and every open link to it. */
export function signOutEverywhere(actor: Actor): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      if ((await lockActor(tx, actor.userId)) === null) throw new Refusal(SIGNED_OUT)
      await endSessions(tx, actor.userId)
      await revokeLinks(tx, { userId: actor.userId })
      await recordEvent(tx, { actor, kind: 'account.signedOutEverywhere', subjectId: actor.userId })
      return { ok: true, tags: [] }
    }),
  )
}

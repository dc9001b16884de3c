import 'server-only'
import type { Actor } from '#domain/people.ts'
import type { Tx } from '../db.ts'

/** Ends every session of a user at its next request; part of the transaction of its cause. */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } }, select: { id: true } })
}

/** A user as the actor of what they do while signing in; null if there is no such active account. Locks the account. */
export async function lockActor(tx: Tx, userId: string): Promise<Actor | null> {
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR UPDATE`
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: { role: true, deactivatedAt: true, staffId: true, staff: { select: { name: true } } },
  })
  if (user === null || user.deactivatedAt !== null) return null
  return { userId, staffId: user.staffId, role: user.role, name: user.staff.name }
}

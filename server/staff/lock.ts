import 'server-only'
import { SIGNED_OUT } from '#domain/policy.ts'
import type { Actor, Role } from '#domain/people.ts'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'

export type LockedUser = { id: string; staffId: string; role: Role; active: boolean }
export type LockedPeople = { actor: LockedUser; target: LockedUser | null; activeAdmins: LockedUser[] }

/**
 * Locks the acting account, the account acted on and every active admin, always in the same order. What they may do is
 * then decided on what stands in the database now, so two admins who demote each other at once do not both succeed.
 */
export async function lockPeople(tx: Tx, actor: Actor, targetUserId: string | null): Promise<LockedPeople> {
  const rows = await tx.$queryRaw<LockedUser[]>`
    SELECT "id", "staffId", "role", "deactivatedAt" IS NULL AS "active" FROM "User"
    WHERE "id" IN (${actor.userId}::uuid, ${targetUserId ?? actor.userId}::uuid) OR ("role" = 'ADMIN' AND "deactivatedAt" IS NULL)
    ORDER BY "id" FOR UPDATE`
  const acting = rows.find(({ id }) => id === actor.userId)
  if (acting === undefined || !acting.active) throw new Refusal(SIGNED_OUT)
  return {
    actor: acting,
    target: rows.find(({ id }) => id === targetUserId) ?? null,
    activeAdmins: rows.filter(({ role, active }) => role === 'ADMIN' && active),
  }
}

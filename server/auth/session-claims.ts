import 'server-only'
import { z } from 'zod'
import type { Actor } from '#domain/people.ts'
import { db, type Tx } from '../db.ts'

/** All that a session token says. */
const claimsSchema = z.object({ userId: z.uuid(), sessionVersion: z.int().positive() })
export type Claims = z.infer<typeof claimsSchema>

/** The claims of a new session of an active user; null if there is none. */
export async function claimsFor(userId: string): Promise<Claims | null> {
  const user = await db().user.findUnique({ where: { id: userId }, select: { sessionVersion: true, deactivatedAt: true } })
  return user === null || user.deactivatedAt !== null ? null : { userId, sessionVersion: user.sessionVersion }
}

/** Whose claims these are today; null if they are malformed, outdated or of a deactivated account. `client`: a transaction that asks. */
export async function actorOfClaims(claims: unknown, client: Pick<Tx, 'user'> = db()): Promise<Actor | null> {
  const parsed = claimsSchema.safeParse(claims)
  if (!parsed.success) return null
  const { userId, sessionVersion } = parsed.data
  const user = await client.user.findUnique({
    where: { id: userId },
    select: { role: true, sessionVersion: true, deactivatedAt: true, staffId: true, staff: { select: { name: true } } },
  })
  if (user === null || user.deactivatedAt !== null || user.sessionVersion !== sessionVersion) return null
  return { userId, staffId: user.staffId, role: user.role, name: user.staff.name }
}

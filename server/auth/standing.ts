import 'server-only'
import { SIGNED_OUT } from '#domain/policy.ts'
import { z } from 'zod'
import { ROLES, type Actor } from '#domain/people.ts'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'

const standingRows = z.array(z.object({ role: z.enum(ROLES) }))

/**
 * The actor with the role that they have now, locked until the transaction ends: it may have changed since the request was let
 * in, and a body can take minutes to arrive. Refuses whoever has no active account any more. Comes before the locks of a command.
 */
export async function actorNow(tx: Tx, actor: Actor): Promise<Actor> {
  const rows = await tx.$queryRaw`SELECT "role" FROM "User" WHERE "id" = ${actor.userId}::uuid AND "deactivatedAt" IS NULL FOR SHARE`
  const [standing] = standingRows.parse(rows)
  if (standing === undefined) throw new Refusal(SIGNED_OUT)
  return { ...actor, role: standing.role }
}

/**
 * Locks accounts against being changed or ended meanwhile, the actor's among them, in the order in which all commands lock accounts: taken one
 * by one, two commands could wait for each other. Comes before `actorNow`, where a command is about somebody else too.
 */
export async function lockAccounts(tx: Tx, userIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ANY (${[...userIds]}::uuid[]) ORDER BY "id" FOR SHARE`
}

import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { actorNow } from '../auth/standing.ts'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'
import { lockPaper } from '../settings/lock.ts'

/** Policy, then the lock of the paper: of two who send or change at once, the second finds what the first has done. Answers the actor with the role that they have now. */
export async function allowedNow(tx: Tx, asked: Actor): Promise<Actor> {
  const actor = await actorNow(tx, asked)
  const verdict = decide(actor.role, 'sendNewsletter')
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  await lockPaper(tx)
  return actor
}

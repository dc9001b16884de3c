import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { actorNow } from '../auth/standing.ts'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'

/** Takes the row lock that every change of the paper's settings holds until its transaction ends. */
export async function lockPaper(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Paper" WHERE "id" = 1 FOR UPDATE`
}

/** Policy, then lock: the first steps of every command that changes the settings. Answers the actor with the role that they have now. */
export async function lockPaperFor(tx: Tx, asked: Actor): Promise<Actor> {
  const actor = await actorNow(tx, asked)
  const verdict = decide(actor.role, 'changeSettings')
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  await lockPaper(tx)
  return actor
}

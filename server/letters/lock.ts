import 'server-only'
import { isOpenLetter } from '#domain/letters/letter.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { actorNow } from '../auth/standing.ts'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'

const LETTER = { id: true, kind: true, state: true, name: true, sealedContact: true, text: true, mayPublish: true, takenById: true, repliedAt: true, storyId: true, pitchId: true } as const satisfies Prisma.ReaderLetterSelect
export type LockedLetter = Prisma.ReaderLetterGetPayload<{ select: typeof LETTER }>

/** Policy, then the lock of a letter or tip that is still open, or refused. Answers the actor with the role that they have now. */
export async function lockLetter(tx: Tx, asked: Actor, letterId: string): Promise<{ actor: Actor; letter: LockedLetter }> {
  const actor = await actorNow(tx, asked)
  const verdict = decide(actor.role, 'handleLetters')
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  await tx.$queryRaw`SELECT 1 FROM "ReaderLetter" WHERE "id" = ${letterId}::uuid FOR UPDATE`
  const letter = await tx.readerLetter.findUnique({ where: { id: letterId }, select: LETTER })
  if (letter === null) throw new Refusal('There is no such letter.')
  if (!isOpenLetter(letter.state)) throw new Refusal('This is closed already. Load the page again to see how it stands.')
  return { actor, letter }
}

import 'server-only'
import type { Actor } from '#domain/people.ts'
import type { StoryAction } from '#domain/policy.ts'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'
import { lockFor, type StoryStanding } from '../stories/lock.ts'

export type OpenRequest = { id: string; name: string; email: string | null; reference: string }

/** Locks the story of a request, asks the policy, and locks the request: open, or refused. Story before request, always. */
export async function lockRequest(tx: Tx, actor: Actor, action: StoryAction, requestId: string): Promise<{ story: StoryStanding; request: OpenRequest }> {
  const known = await tx.readerRequest.findUnique({ where: { id: requestId }, select: { storyId: true } })
  if (known === null) throw new Refusal('There is no such request.')
  const story = await lockFor(tx, actor, action, known.storyId)
  await tx.$queryRaw`SELECT 1 FROM "ReaderRequest" WHERE "id" = ${requestId}::uuid FOR UPDATE`
  const { decidedAt, decidedBy, ...request } = await tx.readerRequest.findUniqueOrThrow({
    where: { id: requestId },
    select: { id: true, name: true, email: true, reference: true, decidedAt: true, decidedBy: { select: { staff: { select: { name: true } } } } },
  })
  if (decidedAt !== null) throw new Refusal(`${decidedBy?.staff.name ?? 'Somebody'} decided on this request already.`)
  return { story, request }
}

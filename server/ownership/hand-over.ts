import 'server-only'
import type { Actor } from '#domain/people.ts'
import { recordEvent } from '../audit/record.ts'
import type { Tx } from '../db.ts'
import { notify } from '../notifications/notify.ts'

export type HandOver = { storyId: string; fromId: string; toId: string | null; why: 'absent' | 'yearEnd' | 'undone' | 'asked' }

/**
 * Makes somebody answer for a story; `toId` null: whoever started it does again. Bylines and revisions stay as they are. The caller holds the
 * story's lock and has decided.
 */
export async function handOver(tx: Tx, actor: Actor | null, { storyId, fromId, toId, why }: HandOver): Promise<void> {
  const { createdById } = await tx.story.update({ where: { id: storyId }, data: { ownerId: toId }, select: { createdById: true } })
  await recordEvent(tx, { actor, kind: 'story.handedOver', storyId, data: { from: fromId, to: toId, why } })
  await notify(tx, { kind: 'story.handedOver', to: [toId ?? createdById], byId: actor?.userId ?? null, storyId })
}

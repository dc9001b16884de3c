import 'server-only'
import type { Actor } from '#domain/people.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { liveTags } from '../stories/live.ts'
import { lockFor } from '../stories/lock.ts'

/** Asks search engines not to list a story any more. The caller holds the story's lock and asked the policy. Answers the tags that it touched. */
export async function hideFromSearchIn(tx: Tx, actor: Actor, storyId: string): Promise<string[]> {
  await tx.story.update({ where: { id: storyId }, data: { hiddenFromSearchAt: new Date() }, select: { id: true } })
  await recordEvent(tx, { actor, kind: 'story.hiddenFromSearch', storyId })
  return liveTags(tx, storyId)
}

/** Lets search engines list a story again that was hidden from them. */
export function showToSearch(actor: Actor, { storyId }: { storyId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      await lockFor(tx, actor, 'hideFromSearch', storyId)
      const { count } = await tx.story.updateMany({ where: { id: storyId, hiddenFromSearchAt: { not: null } }, data: { hiddenFromSearchAt: null } })
      if (count === 0) throw new Refusal('Search engines may list this story already.')
      await recordEvent(tx, { actor, kind: 'story.shownToSearch', storyId })
      return { ok: true, tags: await liveTags(tx, storyId) }
    }),
  )
}

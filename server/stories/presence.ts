import 'server-only'
import type { Actor } from '#domain/people.ts'
import { PRESENT_WITHIN_MS } from '#domain/together/presence.ts'
import { db } from '../db.ts'

/** Who besides this person has which of these stories open now: names by story id, who came first before the others. */
export async function presentIn(actor: Actor, storyIds: readonly string[], now: Date): Promise<Map<string, string[]>> {
  const rows = await db().presence.findMany({
    where: { storyId: { in: [...storyIds] }, seenAt: { gt: new Date(now.getTime() - PRESENT_WITHIN_MS) }, userId: { not: actor.userId } },
    orderBy: [{ since: 'asc' }, { id: 'asc' }],
    select: { storyId: true, userId: true, user: { select: { staff: { select: { name: true } } } } },
  })
  const people = new Map<string, Map<string, string>>()
  for (const { storyId, userId, user } of rows) {
    const here = people.get(storyId) ?? new Map<string, string>()
    people.set(storyId, here.set(userId, user.staff.name))
  }
  return new Map([...people].map(([storyId, names]) => [storyId, [...names.values()]]))
}

/** Forgets editors of which nothing was heard any more, such as those of a server that was killed. Answers how many. */
export async function sweepPresence(now: Date): Promise<number> {
  const { count } = await db().presence.deleteMany({ where: { seenAt: { lt: new Date(now.getTime() - PRESENT_WITHIN_MS) } } })
  return count
}

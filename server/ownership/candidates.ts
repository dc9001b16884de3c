import 'server-only'
import { z } from 'zod'
import type { OwnerCandidate } from '#domain/next-owner.ts'
import { isOpen, STORY_STATES } from '#domain/workflow.ts'
import type { Tx } from '../db.ts'

export const OPEN_STATES = STORY_STATES.filter(isOpen)
const counts = z.array(z.object({ userId: z.string(), stories: z.number() }))

/** Everybody who can sign in, as who takes a story over is found among them. `today`: the day at school, "2026-11-24". */
export async function ownerCandidates(client: Pick<Tx, 'user' | '$queryRaw'>, today: string): Promise<OwnerCandidate[]> {
  const rows = await client.$queryRaw`
    SELECT COALESCE("ownerId", "createdById") AS "userId", count(*)::int AS "stories" FROM "Story"
    WHERE "state"::text = ANY (${[...OPEN_STATES]}::text[]) GROUP BY 1`
  const open = new Map(counts.parse(rows).map(({ userId, stories }) => [userId, stories]))
  const day = new Date(`${today}T00:00:00Z`)
  const users = await client.user.findMany({
    where: { deactivatedAt: null },
    select: { id: true, role: true, absentFrom: true, absentUntil: true, staff: { select: { name: true, memberships: { orderBy: { schoolYear: 'desc' }, take: 1, select: { sections: { select: { sectionId: true } } } } } } },
  })
  return users.map(({ id, role, absentFrom, absentUntil, staff }) => ({
    userId: id,
    name: staff.name,
    role,
    sectionIds: staff.memberships.flatMap(({ sections }) => sections.map(({ sectionId }) => sectionId)),
    openStories: open.get(id) ?? 0,
    away: absentFrom !== null && absentUntil !== null && absentFrom <= day && day <= absentUntil,
  }))
}

import 'server-only'
import type { CorrectionKind } from '#domain/corrections.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { db } from '../db.ts'

/** A note as the newsroom sees it. `shown`: readers see it now. Instants are ISO 8601. */
export type CorrectionLine = {
  id: string
  kind: CorrectionKind
  text: string
  shown: boolean
  proposed: { by: string; at: string }
  published: { by: string; at: string } | null
  declined: { by: string; at: string; reason: string } | null
  replaces: string | null
}

const PERSON = { select: { staff: { select: { name: true } } } } as const
const LINE = {
  id: true, kind: true, text: true, proposedAt: true, publishedAt: true, declinedAt: true, declinedReason: true, replacesId: true,
  proposedBy: PERSON, publishedBy: PERSON, declinedBy: PERSON, replacements: { where: { publishedAt: { not: null } }, select: { id: true } },
} as const satisfies Prisma.CorrectionSelect
const SHOWN = 100

/** All notes of a story, newest first; none for whoever has no part in the newsroom. */
export async function correctionsOf(actor: Actor, storyId: string): Promise<CorrectionLine[]> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return []
  const rows = await db().correction.findMany({ where: { storyId }, orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }], take: SHOWN, select: LINE })
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    shown: row.publishedAt !== null && row.replacements.length === 0,
    proposed: { by: row.proposedBy.staff.name, at: row.proposedAt.toISOString() },
    published: row.publishedAt === null ? null : { by: row.publishedBy?.staff.name ?? '', at: row.publishedAt.toISOString() },
    declined: row.declinedAt === null ? null : { by: row.declinedBy?.staff.name ?? '', at: row.declinedAt.toISOString(), reason: row.declinedReason },
    replaces: row.replacesId,
  }))
}

/** Notes that wait for whoever has the last word, oldest first. */
export async function waitingCorrections(actor: Actor): Promise<{ id: string; storyId: string; headline: string; text: string; by: string; at: string }[]> {
  if (!decide(actor.role, 'handleRequests').allowed) return []
  const rows = await db().correction.findMany({
    where: { publishedAt: null, declinedAt: null, story: { liveRevisionId: { not: null } } },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
    take: SHOWN,
    select: { id: true, storyId: true, text: true, proposedAt: true, proposedBy: PERSON, story: { select: { liveRevision: { select: { headline: true } } } } },
  })
  return rows.map(({ id, storyId, text, proposedAt, proposedBy, story }) => ({ id, storyId, text, headline: story.liveRevision?.headline ?? '', by: proposedBy.staff.name, at: proposedAt.toISOString() }))
}

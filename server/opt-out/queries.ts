import 'server-only'
import { storedNames } from '#domain/opt-out-entry.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { db } from '../db.ts'
import { REVISION_CONTENT } from '../stories/content.ts'
import type { NewsroomStory } from '../stories/queries.ts'
import { optOutsNamed } from './checks.ts'

/** Somebody on the opt-out list. `addedAt` is ISO 8601. */
export type OptOutLine = { id: string; name: string; otherNames: string[]; reason: string; addedBy: string; addedAt: string }

/** The opt-out list by name; null for whoever may not see it. */
export async function optOutList(actor: Actor): Promise<OptOutLine[] | null> {
  if (!decide(actor.role, 'keepOptOutList').allowed) return null
  const rows = await db().optOut.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, otherNames: true, reason: true, createdAt: true, addedBy: { select: { staff: { select: { name: true } } } } },
  })
  return rows.map(({ createdAt, addedBy, otherNames, ...row }) => ({ ...row, otherNames: storedNames(otherNames), addedBy: addedBy.staff.name, addedAt: createdAt.toISOString() }))
}

/** Somebody of the list whom a story names. `allowed`: who let this story name them; `at` is ISO 8601. */
export type NamedOptOut = { optOutId: string; name: string; reason: string; passages: { where: string; passage: string }[]; allowed: { by: string; at: string; reason: string } | null }

/** Whom of the list the newest revision of a story names; empty for whoever may not see the list. */
export async function optOutsInStory(actor: Actor, story: Pick<NewsroomStory, 'id' | 'revisionId'>): Promise<NamedOptOut[]> {
  if (!decide(actor.role, 'keepOptOutList').allowed) return []
  const revision = await db().revision.findFirst({ where: { id: story.revisionId, storyId: story.id }, select: REVISION_CONTENT })
  const hits = revision === null ? [] : await optOutsNamed(db(), revision)
  if (hits.length === 0) return []
  const [people, allowances] = await Promise.all([
    db().optOut.findMany({ where: { id: { in: hits.map(({ optOutId }) => optOutId) } }, orderBy: { name: 'asc' }, select: { id: true, name: true, reason: true } }),
    db().optOutAllowance.findMany({ where: { storyId: story.id }, select: { optOutId: true, reason: true, createdAt: true, by: { select: { staff: { select: { name: true } } } } } }),
  ])
  return people.map(({ id, name, reason }) => {
    const allowance = allowances.find(({ optOutId }) => optOutId === id)
    return {
      optOutId: id,
      name,
      reason,
      passages: hits.filter(({ optOutId }) => optOutId === id).map(({ where, passage }) => ({ where, passage })),
      allowed: allowance === undefined ? null : { by: allowance.by.staff.name, at: allowance.createdAt.toISOString(), reason: allowance.reason },
    }
  })
}

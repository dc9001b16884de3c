import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { sectionsInOrder } from '#domain/sections.ts'
import { db } from '../db.ts'

/** A section in the settings. `stories`: how many readers see in it, without its parts; `formerSlugs`: addresses that lead to it. */
export type SectionLine = { id: string; slug: string; name: string; color: string; position: number; parentId: string | null; needsRiskChecklist: boolean; closed: boolean; stories: number; formerSlugs: string[] }

/** The sections in the paper's order, without those that others took over; empty for whoever may not change them. */
export async function sectionSettings(actor: Actor): Promise<SectionLine[]> {
  if (!decide(actor.role, 'changeSettings').allowed) return []
  const [rows, counts] = await Promise.all([
    db().section.findMany({ where: { mergedIntoId: null }, select: { id: true, slug: true, name: true, color: true, position: true, parentId: true, closedAt: true, needsRiskChecklist: true, formerSlugs: { orderBy: { at: 'desc' }, select: { slug: true } }, merged: { select: { id: true, slug: true } } } }),
    db().story.groupBy({ by: ['liveSectionId'], where: { liveRevisionId: { not: null } }, _count: true }),
  ])
  const live = new Map(counts.map(({ liveSectionId, _count }) => [liveSectionId, _count]))
  const lines = rows.map(({ formerSlugs, merged, closedAt, ...section }) => ({
    ...section,
    closed: closedAt !== null,
    stories: [section.id, ...merged.map(({ id }) => id)].reduce((sum, id) => sum + (live.get(id) ?? 0), 0),
    formerSlugs: [...formerSlugs, ...merged].map(({ slug }) => slug),
  }))
  return sectionsInOrder(lines)
}

/** The sections that are open, in the paper's order; besides them `kept`, which something that is written already belongs to. */
export async function openSections(kept: string | null = null): Promise<{ id: string; slug: string; name: string }[]> {
  const where = { OR: [{ closedAt: null }, ...(kept === null ? [] : [{ id: kept }])] }
  const rows = await db().section.findMany({ where, select: { id: true, slug: true, name: true, parentId: true, position: true } })
  return sectionsInOrder(rows).map(({ id, slug, name }) => ({ id, slug, name }))
}

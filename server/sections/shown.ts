import 'server-only'
import type { SectionView } from '#domain/story-view.ts'
import type { Tx } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'

/** What a section is to readers: revisions keep the section that they were written for, and readers see the one that took its stories over. */

/** What `shownSection` wants to know of a section. */
export const SECTION_SHOWN = { slug: true, name: true, mergedInto: { select: { slug: true, name: true } } } as const satisfies Prisma.SectionSelect

/** A section as readers see it. */
export function shownSection({ mergedInto, slug, name }: Prisma.SectionGetPayload<{ select: typeof SECTION_SHOWN }>): SectionView {
  return mergedInto ?? { slug, name }
}

/** The section `c` that readers see of the one that an SQL expression names by its id. */
export const joinShown = (sectionId: Prisma.Sql) => Prisma.sql`JOIN "Section" o ON o."id" = ${sectionId} JOIN "Section" c ON c."id" = coalesce(o."mergedIntoId", o."id")`

export type FoundSection = { id: string; slug: string; name: string; closed: boolean; parent: SectionView | null }

const FOUND = { id: true, slug: true, name: true, closedAt: true, parent: { select: { slug: true, name: true } }, mergedIntoId: true } as const satisfies Prisma.SectionSelect

/** The section that is at an address now, was there once, or took over what was; null: there never was one. */
export async function sectionAt(client: Pick<Tx, 'section' | 'sectionSlug'>, slug: string): Promise<FoundSection | null> {
  const row = (await client.section.findUnique({ where: { slug }, select: FOUND })) ?? (await client.sectionSlug.findUnique({ where: { slug }, select: { section: { select: FOUND } } }))?.section ?? null
  const now = row?.mergedIntoId == null ? row : await client.section.findUnique({ where: { id: row.mergedIntoId }, select: FOUND })
  return now === null ? null : { id: now.id, slug: now.slug, name: now.name, closed: now.closedAt !== null, parent: now.parent }
}

/** The ids under which stories of a section are kept: its own, its parts', and those of what it took over. */
export async function idsWithin(client: Pick<Tx, 'section'>, sectionId: string): Promise<string[]> {
  const rows = await client.section.findMany({
    where: { OR: [{ id: sectionId }, { parentId: sectionId }, { mergedIntoId: sectionId }, { mergedInto: { is: { parentId: sectionId } } }] },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

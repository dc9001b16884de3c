import 'server-only'
import type { Place } from '#domain/keyset.ts'
import type { SectionAnswer } from '#domain/story-view.ts'
import { db } from '../db.ts'
import { inSections, storyPage } from '../stories/listed.ts'
import type { Shown } from '../stories/reader-views.ts'
import { idsWithin, sectionAt } from './shown.ts'

/** How many stories a page of a section shows. */
const ON_A_PAGE = 30

const nothing = (answer: SectionAnswer): { answer: SectionAnswer; shown: Shown } => ({ answer, shown: { storyIds: [], staffIds: [] } })

/** The room behind published.ts: uncached. A closed section is there as long as readers see a story of it. */
export async function readSection(slug: string, from: Place | null = null): Promise<{ answer: SectionAnswer; shown: Shown }> {
  const section = await sectionAt(db(), slug)
  if (section === null) return nothing({ kind: 'none' })
  if (section.slug !== slug) return nothing({ kind: 'moved', path: `/${section.slug}` })
  const [page, parts] = await Promise.all([
    storyPage(inSections(await idsWithin(db(), section.id)), from, ON_A_PAGE),
    db().section.findMany({ where: { parentId: section.id, closedAt: null }, orderBy: [{ position: 'asc' }, { id: 'asc' }], select: { slug: true, name: true } }),
  ])
  if (page === null || (section.closed && page.stories.length === 0)) return nothing({ kind: 'none' })
  const { stories, next, shown } = page
  return { answer: { kind: 'section', section: { slug, name: section.name }, closed: section.closed, parent: section.parent, parts, stories, next }, shown }
}

import 'server-only'
import type { ListedCorrection } from '#domain/story-view.ts'
import { db } from '../db.ts'
import { pathOf } from '../stories/live.ts'
import { CORRECTION, correctionView, SHOWN } from './views.ts'

/** The room behind published.ts: uncached. */

const A_PAGE = 30

/** Published notes on stories that are live now, newest first, behind the note `after`; null = there is no such published note. */
export async function readCorrections(after: string | null): Promise<{ corrections: ListedCorrection[]; next: string | null; storyIds: string[] } | null> {
  const behind = after === null ? null : await db().correction.findFirst({ where: { id: after, publishedAt: { not: null } }, select: { publishedAt: true } })
  if (after !== null && behind === null) return null
  const at = behind?.publishedAt ?? null
  const rows = await db().correction.findMany({
    where: {
      AND: [
        SHOWN,
        { story: { liveRevisionId: { not: null } } },
        at === null || after === null ? {} : { OR: [{ publishedAt: { lt: at } }, { publishedAt: at, id: { lt: after } }] },
      ],
    },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: A_PAGE + 1,
    select: { ...CORRECTION, story: { select: { id: true, addresses: { where: { current: true }, take: 1, select: { sectionSlug: true, slug: true } }, liveRevision: { select: { headline: true } } } } },
  })
  const page = rows.slice(0, A_PAGE)
  const corrections = page.flatMap((row): ListedCorrection[] => {
    const address = row.story.addresses[0]
    if (address === undefined || row.story.liveRevision === null) return []
    const { headline } = row.story.liveRevision
    return correctionView(row).map((view) => ({ ...view, story: { path: pathOf(address), headline } }))
  })
  return { corrections, next: rows.length > A_PAGE ? (page.at(-1)?.id ?? null) : null, storyIds: [...new Set(page.map(({ story }) => story.id))] }
}

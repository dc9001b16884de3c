import 'server-only'
import { inPageOrder } from '#domain/pages/page-order.ts'
import { db } from '../db.ts'
import { pathOf } from './live.ts'

/** A paper has a dozen pages, not hundreds; more are left out of its foot, never an unbounded list. */
const MOST = 50

/** A page that readers see. `changed`: ISO 8601; `findable`: search engines may list it. */
export type LivePage = { path: string; title: string; changed: string | null; findable: boolean }

/** The pages that readers see, in the order of the paper's foot. Uncached: published.ts of the settings is the door. */
export async function livePages(): Promise<LivePage[]> {
  const rows = await db().story.findMany({
    where: { kind: 'PAGE', liveRevisionId: { not: null } },
    orderBy: { id: 'asc' },
    take: MOST,
    select: { lastPublishedAt: true, hiddenFromSearchAt: true, addresses: { where: { current: true }, take: 1, select: { sectionSlug: true, slug: true } }, liveRevision: { select: { headline: true } } },
  })
  const pages = rows.flatMap(({ addresses: [address], liveRevision, lastPublishedAt, hiddenFromSearchAt }) =>
    address === undefined || liveRevision === null ? [] : [{ path: pathOf(address), title: liveRevision.headline, changed: lastPublishedAt?.toISOString() ?? null, findable: hiddenFromSearchAt === null }],
  )
  return inPageOrder(pages)
}

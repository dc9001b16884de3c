import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { STATE_NAMES } from '#domain/workflow.ts'
import { db } from '../db.ts'

/** How many stories a search for parts offers. */
const MOST_OFFERED = 20

export type SeriesPartLine = { storyId: string; headline: string; state: string; live: boolean }
export type SeriesLine = { id: string; slug: string; title: string; description: string; parts: SeriesPartLine[] }

const STORY = { id: true, state: true, liveRevisionId: true, workingRevision: { select: { headline: true } }, liveRevision: { select: { headline: true } } } as const
type StoryRow = { id: string; state: keyof typeof STATE_NAMES; liveRevisionId: string | null; workingRevision: { headline: string } | null; liveRevision: { headline: string } | null }

const lineOf = ({ id, state, liveRevisionId, workingRevision, liveRevision }: StoryRow): SeriesPartLine => ({
  storyId: id,
  headline: liveRevision?.headline ?? workingRevision?.headline ?? '',
  state: liveRevisionId === null ? STATE_NAMES[state] : STATE_NAMES.LIVE,
  live: liveRevisionId !== null,
})

/** All series with all their parts, those that readers do not see yet too; none for whoever may not keep them. */
export async function seriesLines(actor: Actor): Promise<SeriesLine[]> {
  if (!decide(actor.role, 'keepSeries').allowed) return []
  const rows = await db().series.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, slug: true, title: true, description: true, parts: { orderBy: { position: 'asc' }, select: { story: { select: STORY } } } },
  })
  return rows.map(({ parts, ...series }) => ({ ...series, parts: parts.map(({ story }) => lineOf(story)) }))
}

/** Stories in no series with these words in their headline, the newest first: for the choice of a part. */
export async function storiesToAdd(actor: Actor, words: string): Promise<SeriesPartLine[]> {
  if (words.trim() === '' || !decide(actor.role, 'keepSeries').allowed) return []
  const contains = { contains: words.trim().slice(0, 200), mode: 'insensitive' as const }
  const rows = await db().story.findMany({
    where: { seriesPart: { is: null }, withdrawnAt: null, workingRevision: { is: { headline: contains } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_OFFERED,
    select: STORY,
  })
  return rows.map(lineOf)
}

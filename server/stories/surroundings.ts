import 'server-only'
import type { StoryCardView, StoryLink, StorySurroundings } from '#domain/story-view.ts'
import { db } from '../db.ts'
import { readCardsOf, type Shown } from './reader-views.ts'

/** What stands around a live story. Uncached: published.ts is the door. */

/** So many of the newest revisions with the same tag, or by the same person, are looked at: a tag on 20,000 stories costs no more than one on 200. */
const NEWEST = 200
/** As many as a page may show, and as many again that its text may point to already. */
const MOST = 8

export const NO_SURROUNDINGS: StorySurroundings = { related: [], previous: null, next: null }

type Here = { id: string; revisionId: string; sectionId: string; publishedAt: Date }

/** What stands around the story at its present address, and whose stories that shows; nothing where no story is live there. */
export async function readSurroundings(sectionSlug: string, slug: string): Promise<{ surroundings: StorySurroundings; shown: Shown }> {
  const here = await storyAt(sectionSlug, slug)
  if (here === null) return { surroundings: NO_SURROUNDINGS, shown: { storyIds: [], staffIds: [] } }
  const [likeIds, previousId, nextId] = await Promise.all([idsLike(here), neighbour(here, 'previous'), neighbour(here, 'next')])
  const { cards, shown } = await readCardsOf([...new Set([...likeIds, ...previousId, ...nextId])])
  const link = (ids: readonly string[]): StoryLink | null => linkTo(ids.flatMap((id) => cards.get(id) ?? [])[0])
  const surroundings = { related: likeIds.flatMap((id) => cards.get(id) ?? []), previous: link(previousId), next: link(nextId) }
  return { surroundings, shown: { storyIds: [here.id, ...shown.storyIds], staffIds: shown.staffIds } }
}

const linkTo = (card: StoryCardView | undefined): StoryLink | null => (card === undefined ? null : { path: card.path, headline: card.headline })

async function storyAt(sectionSlug: string, slug: string): Promise<Here | null> {
  const [here] = await db().$queryRaw<Here[]>`
    SELECT s."id", r."id" AS "revisionId", r."sectionId", s."firstPublishedAt" AS "publishedAt"
      FROM "Address" a JOIN "Story" s ON s."id" = a."storyId" JOIN "Revision" r ON r."id" = s."liveRevisionId"
     WHERE a."sectionSlug" = ${sectionSlug} AND a."slug" = ${slug} AND a."current" AND r."sectionId" IS NOT NULL AND s."firstPublishedAt" IS NOT NULL`
  return here ?? null
}

/**
 * The live stories that have most in common with this one: a shared tag counts twice a shared signer. Who hides their name is no link between
 * stories. Revision ids begin with their time (UUID version 7), so the newest stand at the end of each index.
 */
async function idsLike({ id, revisionId }: Here): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH alike AS (
      SELECT near."revisionId", 2 AS points FROM "RevisionTag" mine CROSS JOIN LATERAL (
        SELECT other."revisionId" FROM "RevisionTag" other WHERE other."tagId" = mine."tagId" ORDER BY other."revisionId" DESC LIMIT ${NEWEST}
      ) near WHERE mine."revisionId" = ${revisionId}::uuid
      UNION ALL
      SELECT near."revisionId", 1 AS points FROM "Byline" mine JOIN "StaffMember" signer ON signer."id" = mine."staffId" AND signer."bylineForm" <> 'HIDDEN' CROSS JOIN LATERAL (
        SELECT other."revisionId" FROM "Byline" other WHERE other."staffId" = mine."staffId" ORDER BY other."revisionId" DESC LIMIT ${NEWEST}
      ) near WHERE mine."revisionId" = ${revisionId}::uuid
    )
    SELECT s."id" FROM alike JOIN "Story" s ON s."liveRevisionId" = alike."revisionId"
    WHERE s."id" <> ${id}::uuid AND s."firstPublishedAt" IS NOT NULL
    GROUP BY s."id", s."firstPublishedAt" ORDER BY sum(alike.points) DESC, s."firstPublishedAt" DESC, s."id" DESC LIMIT ${MOST}`
  return rows.map((row) => row.id)
}

/** The story of the same section that came out last before this one, or first after it; at most one id. */
async function neighbour({ id, sectionId, publishedAt }: Here, which: 'previous' | 'next'): Promise<string[]> {
  const [before, order] = which === 'previous' ? (['lt', 'desc'] as const) : (['gt', 'asc'] as const)
  const found = await db().story.findFirst({
    where: { liveSectionId: sectionId, liveRevisionId: { not: null }, OR: [{ firstPublishedAt: { [before]: publishedAt } }, { firstPublishedAt: publishedAt, id: { [before]: id } }] },
    orderBy: [{ firstPublishedAt: order }, { id: order }],
    select: { id: true },
  })
  return found === null ? [] : [found.id]
}

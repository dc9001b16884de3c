import 'server-only'
import { hasNewWords } from '#domain/front-page/banner.ts'
import type { FrontBanner } from '#domain/front-page/layout.ts'
import { optOutHits } from '#domain/named-people.ts'
import type { Role } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import type { Tx } from '../db.ts'
import { optOutEntries } from '../opt-out/checks.ts'
import { reviewRules } from '../stories/lock.ts'
import type { FrontState } from './state.ts'

/**
 * Why a banner's own words may not go live now, by whoever has this role (null: who has none any more); null: they may. Words that readers see at this moment already
 * may stay, whoever arranges what is below them.
 */
export async function wordsProblem(tx: Tx, role: Role | null, banner: FrontBanner | null, { live, bannerOver }: FrontState): Promise<string | null> {
  if (banner === null || banner.words === '') return null
  // No story's checks see these words: they have the same ones here.
  const [hit] = optOutHits([{ field: 'headline', where: 'the banner', text: banner.words, fileName: false }], await optOutEntries(tx))
  if (hit !== undefined) return `A name on the opt-out list is in the banner (“${hit.passage}”): ask your adviser.`
  if (!hasNewWords(banner, bannerOver ? null : (live?.layout.banner ?? null))) return null
  const { policy } = await reviewRules(tx)
  return decide(role, 'wordBanner', { policy }).allowed ? null : 'The banner says words of its own, and at this paper an adviser publishes those. Ask one to publish, or let the banner say the headline of a live story.'
}

/** Why a banner makes no sense from `at` on, when it goes live; null: it does. */
export async function bannerProblem(tx: Tx, banner: FrontBanner | null, at: Date): Promise<string | null> {
  if (banner === null) return null
  if (banner.endsAt !== null && new Date(banner.endsAt) <= at) return 'The banner would be over by then. Give it a later end, or take it down.'
  const gone = banner.storyId !== null && (await tx.story.count({ where: { id: banner.storyId, liveRevisionId: { not: null } } })) === 0
  return gone ? 'The story of the banner is no longer in the paper. Choose another one, or take the banner down.' : null
}

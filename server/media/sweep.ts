import 'server-only'
import type { NewsroomAsset } from '#domain/media.ts'
import { pictureRisks, riskOf, type Risk } from '#domain/media-risk.ts'
import type { Actor, BylineForm } from '#domain/people.ts'
import { decide, decideOnStory } from '#domain/policy.ts'
import type { ReviewRules } from '#domain/review-policy.ts'
import { db } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { nameForm } from '../settings/name-form.ts'
import { paperDay } from '../settings/paper-day.ts'
import { pathOf } from '../stories/live.ts'
import { reviewRules, storyCase, STORY_STANDING } from '../stories/lock.ts'
import { NEWSROOM_ASSET, newsroomAsset, standing } from './asset-rows.ts'

/** A picture that readers see in a story and that something is wrong with. */
export type RiskyPicture = {
  asset: NewsroomAsset
  /** The words that stand under it there. */
  words: { caption: string; alt: string; credit: string }
  story: { id: string; headline: string; path: string | null; publishedAt: string | null }
  /** The heaviest first. */
  risks: Risk[]
  /** What this actor may do about it. */
  may: { editRights: boolean; replace: boolean; editStory: boolean; withdraw: boolean; askWithdrawal: boolean; approveFairUse: boolean }
}

const STORY = {
  ...STORY_STANDING,
  addresses: { where: { current: true }, take: 1, select: { sectionSlug: true, slug: true } },
  liveRevision: {
    select: {
      ...STORY_STANDING.liveRevision.select,
      headline: true,
      placements: { orderBy: { position: 'asc' }, select: { caption: true, alt: true, credit: true, asset: { select: NEWSROOM_ASSET } } },
    },
  },
} as const

type SweptStory = Prisma.StoryGetPayload<{ select: typeof STORY }>

/** A hundred stories at a time: a paper of many years has thousands. */
const AT_A_TIME = 100

async function* liveStories(): AsyncGenerator<SweptStory> {
  for (let after: string | undefined; ; ) {
    const stories = await db().story.findMany({
      where: { liveRevisionId: { not: null } },
      orderBy: { id: 'asc' },
      take: AT_A_TIME,
      ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
      select: STORY,
    })
    yield* stories
    after = stories.at(-1)?.id
    if (stories.length < AT_A_TIME) return
  }
}

/**
 * Every picture of every live story that carries a risk, the riskiest first; and how many pictures were looked at. Nothing is stored: the
 * same rules as the publish checks, asked again of what was published under older ones.
 */
export async function riskyPictures(actor: Actor): Promise<{ risky: RiskyPicture[]; lookedAt: number; stories: number }> {
  const swept: { risky: RiskyPicture[]; lookedAt: number; stories: number } = { risky: [], lookedAt: 0, stories: 0 }
  if (!decide(actor.role, 'enterNewsroom').allowed) return swept
  const [{ today }, rules, form] = [await paperDay(new Date()), await reviewRules(db()), await nameForm(db())]
  for await (const story of liveStories()) {
    swept.stories += 1
    for (const placement of story.liveRevision?.placements ?? []) {
      swept.lookedAt += 1
      const { asset, ...words } = placement
      const risks = pictureRisks(words, standing(asset), today)
      if (risks.length > 0) swept.risky.push(riskyPicture(actor, { rules, form }, story, placement, risks))
    }
  }
  swept.risky.sort((a, b) => riskOf(b.risks) - riskOf(a.risks))
  return swept
}

type SweptPlacement = NonNullable<SweptStory['liveRevision']>['placements'][number]

function riskyPicture(actor: Actor, paper: { rules: ReviewRules; form: BylineForm }, story: SweptStory, { asset, ...words }: SweptPlacement, risks: Risk[]): RiskyPicture {
  const [address] = story.addresses
  const may = (action: 'editStory' | 'withdraw' | 'askWithdrawal') => decideOnStory(actor.role, action, storyCase(actor, story, paper.rules)).allowed
  const isOwn = asset.uploadedById === actor.userId
  const mayEdit = decide(actor.role, 'editMedia', { isSelf: isOwn }).allowed
  return {
    asset: newsroomAsset(actor, asset, paper.form),
    words,
    story: { id: story.id, headline: story.liveRevision?.headline ?? '', path: address === undefined ? null : pathOf(address), publishedAt: story.firstPublishedAt?.toISOString() ?? null },
    risks,
    may: {
      editRights: mayEdit, replace: mayEdit, editStory: may('editStory'), withdraw: may('withdraw'), askWithdrawal: may('askWithdrawal'),
      approveFairUse: decide(actor.role, 'approveFairUse').allowed && !isOwn,
    },
  }
}

import type { Actor } from '#domain/people.ts'
import { copydeskReview } from '#server/copydesk/summaries.ts'
import { correctionsOf } from '#server/corrections/queries.ts'
import { optOutsInStory } from '#server/opt-out/queries.ts'
import { reviewOfStory } from '#server/reviews/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { changesForReviewer } from '#server/stories/history.ts'
import { peopleToMention } from '#server/stories/mentions.ts'
import { previewOf } from '#server/stories/preview.ts'
import { newsroomStory } from '#server/stories/queries.ts'

/** All that the review page of a story shows; null where there is no such story for this actor. */
export async function readForReview(actor: Actor, id: string) {
  const story = await newsroomStory(actor, id)
  if (story === null) return null
  const [paper, view, changed, people, copydesk, review, corrections, named] = await Promise.all([
    paperSettings(actor), previewOf(actor, story), changesForReviewer(actor, story), peopleToMention(actor), copydeskReview(actor, story.id), reviewOfStory(actor, story), correctionsOf(actor, story.id), optOutsInStory(actor, story),
  ])
  return view === null || review === null ? null : { story, paper, view, changed, people, copydesk, review, corrections, named }
}

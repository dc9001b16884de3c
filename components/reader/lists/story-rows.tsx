import type { StoryCardView } from '#domain/story-view.ts'
import { StoryCard } from '../story-card.tsx'

type Props = { stories: readonly StoryCardView[]; timeZone: string; /** Which of them tell their section. */ kicker?: (story: StoryCardView) => boolean }

/** Stories one below the other, under rules. */
export function StoryRows({ stories, timeZone, kicker = () => true }: Props) {
  if (stories.length === 0) return null
  return (
    <div className="section-rows">
      {stories.map((story) => (
        <StoryCard key={story.path} story={story} timeZone={timeZone} size="row" level="h2" kicker={kicker(story)} />
      ))}
    </div>
  )
}

/** The ways from a page of a list to its newest and to its older stories. `base`: where the list begins; `next`: the place at which the next page does. */
export function Pager({ base, older, next, newest, words }: { base: string; older: boolean; next: string | null; newest: string; words: { older: string } }) {
  if (!older && next === null) return null
  return (
    <p className="pager">
      {older && (
        <a href={base} rel="first">
          {newest}
        </a>
      )}
      {next !== null && (
        <a href={`${base}/before/${next}`} rel="next">
          {words.older}
        </a>
      )}
    </p>
  )
}

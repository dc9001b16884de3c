import type { StoryCardView } from '#domain/story-view.ts'
import { Byline } from '#components/story/byline.tsx'
import { Headline } from '#components/story/headline.tsx'
import { Picture } from '#components/story/picture.tsx'
import { StoryDate } from '#components/story/story-date.tsx'

/** lead: across the top of a page · main: first of a block · plain: one of a column, without picture · row: a line of a list. */
export type CardSize = 'lead' | 'main' | 'plain' | 'row'

const SIZES: Record<CardSize, string> = {
  lead: '(min-width: 80rem) 50rem, (min-width: 60rem) 62vw, calc(100vw - 2rem)',
  main: '(min-width: 80rem) 34rem, (min-width: 44rem) 50vw, calc(100vw - 2rem)',
  plain: '0px',
  row: '(min-width: 48rem) 18rem, (min-width: 21rem) 33vw, 100vw',
}

type Props = {
  story: StoryCardView
  timeZone: string
  size: CardSize
  /** The place of the headline in the page's order of headings. */
  level: 'h2' | 'h3'
  /** Whether to name the section above the headline. */
  kicker?: boolean
}

/** A story in a list of stories: its headline leads to it, everything else is said in text beside it. */
export function StoryCard({ story, timeZone, size, level, kicker = false }: Props) {
  const picture = size === 'plain' ? null : story.lead
  return (
    <article className="card" data-size={size} data-picture={picture !== null}>
      {picture !== null && (
        <div className="card-picture">
          <a href={story.path} tabIndex={-1} aria-hidden="true">
            <Picture asset={picture.asset} alt="" sizes={SIZES[size]} first={size === 'lead'} crop={{ to: size === 'lead' ? 'lead' : 'card', focus: picture.focus }} />
          </a>
          {size !== 'row' && picture.credit !== '' && <p className="card-credit">{picture.credit}</p>}
        </div>
      )}
      <div className="card-text">
        {kicker && (
          <p className="kicker" data-section={story.section.slug}>
            {story.section.name}
          </p>
        )}
        <Headline as={level} text={story.headline} href={story.path} />
        {story.deck !== '' && (
          <p className="deck" dir="auto">
            {story.deck}
          </p>
        )}
        <p className="card-meta">
          <Byline bylines={story.bylines} /> <StoryDate at={story.publishedAt} timeZone={timeZone} />
        </p>
      </div>
    </article>
  )
}

import type { StoryView } from '#domain/story-view.ts'
import type { Language } from '#domain/words/language.ts'
import { Body } from './body.tsx'
import { Byline } from './byline.tsx'
import { CorrectionMark, Corrections } from './corrections.tsx'
import { Figure } from './figure.tsx'
import { Headline } from './headline.tsx'
import { SeriesLine } from './series-line.tsx'
import { StoryDate } from './story-date.tsx'
import { TagLine } from './tag-line.tsx'
import './story.css'

/** One revision of a story as readers see it: the same in the paper and in the newsroom's preview. */
export function Story({ story, timeZone, language = 'en' }: { story: StoryView; timeZone: string; language?: Language }) {
  return (
    <article className="story">
      <header className="story-head">
        {story.section !== null && (
          <p className="kicker" data-section={story.section.slug}>
            <a href={`/${story.section.slug}`}>{story.section.name}</a>
          </p>
        )}
        <Headline as="h1" text={story.headline} />
        {story.deck !== '' && (
          <p className="deck" dir="auto">
            {story.deck}
          </p>
        )}
        <Meta story={story} timeZone={timeZone} />
        <CorrectionMark corrections={story.corrections} timeZone={timeZone} />
      </header>
      {story.lead !== null && <Figure picture={story.lead} sizes="(min-width: 64rem) 60rem, 100vw" first />}
      {story.body === null ? (
        <p className="story-unreadable">The text of this story cannot be shown right now. Please come back later.</p>
      ) : (
        <Body body={story.body} assets={story.assets} related={story.related} />
      )}
      <TagLine tags={story.tags} language={language} />
      <SeriesLine series={story.series} language={language} />
      <Corrections corrections={story.corrections} timeZone={timeZone} />
    </article>
  )
}

function Meta({ story, timeZone }: { story: StoryView; timeZone: string }) {
  const { bylines, publishedAt, updatedAt } = story
  if (bylines.length === 0 && publishedAt === null) return null
  return (
    <div className="story-meta">
      <Byline bylines={bylines} credits />
      {publishedAt !== null && (
        <span className="story-dates">
          <StoryDate at={publishedAt} timeZone={timeZone} />
          {updatedAt !== null && (
            <>
              {' '}
              <span className="story-updated">
                Updated <StoryDate at={updatedAt} timeZone={timeZone} withTime />
              </span>
            </>
          )}
        </span>
      )}
    </div>
  )
}

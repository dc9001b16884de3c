import type { ReactNode } from 'react'
import type { TemplateKind } from '#domain/story-template.ts'
import type { StoryView } from '#domain/story-view.ts'
import type { Words } from '#domain/words/words.ts'
import { Byline } from './byline.tsx'
import { CorrectionMark } from './corrections.tsx'
import { Headline } from './headline.tsx'
import { StoryDate } from './story-date.tsx'

type Props = { story: StoryView; timeZone: string; words: Words['story']; tools: ReactNode }

/** What a story is labelled as, so that nobody takes an opinion for a report. */
function labelOf(kind: TemplateKind | undefined, words: Words['story']): string | null {
  switch (kind) {
    case 'opinion':
      return words.opinion
    case 'review':
      return words.review
    case 'photoEssay':
      return words.photoEssay
    default:
      return null
  }
}

/** The head of a story: section and label, headline, deck, who and when, and what can be done with it. */
export function StoryHead({ story, timeZone, words, tools }: Props) {
  const label = labelOf(story.template?.kind, words)
  const { section } = story
  // A section called "Opinion" says it already.
  const shown = label !== null && section?.name.toLowerCase() === label.toLowerCase() ? null : label
  return (
    <header className="story-head">
      {(section !== null || shown !== null) && (
        <p className="kicker" {...(section === null ? {} : { 'data-section': section.slug })}>
          {section !== null && <a href={`/${section.slug}`}>{section.name}</a>}
          {shown !== null && <span className="story-label">{shown}</span>}
        </p>
      )}
      <Headline as="h1" text={story.headline} />
      {story.deck !== '' && (
        <p className="deck" dir="auto">
          {story.deck}
        </p>
      )}
      <Meta story={story} timeZone={timeZone} words={words} />
      {tools}
      <CorrectionMark corrections={story.corrections} timeZone={timeZone} />
    </header>
  )
}

function Meta({ story, timeZone, words }: Omit<Props, 'tools'>) {
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
                {words.updated} <StoryDate at={updatedAt} timeZone={timeZone} withTime />
              </span>
            </>
          )}
        </span>
      )}
    </div>
  )
}

import type { ReactNode } from 'react'
import type { StoryView } from '#domain/story-view.ts'
import type { Language } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'
import { AuthorCard } from './author-card.tsx'
import { Body } from './body.tsx'
import { Chapters } from './chapters.tsx'
import { Corrections } from './corrections.tsx'
import { Figure } from './figure.tsx'
import { laidOut } from './lay-out.ts'
import { ReviewFacts } from './review-facts.tsx'
import { SeriesLine } from './series-line.tsx'
import { Sources } from './sources.tsx'
import { StoryHead } from './story-head.tsx'
import { TagLine } from './tag-line.tsx'
import './scores.css'
import './story.css'
import './templates.css'

type Props = {
  story: StoryView
  timeZone: string
  /** The paper's; what stands around the story is said in it. */
  language: Language
  /** What readers can do with the story, under its head. */
  tools?: ReactNode
}

/** One revision of a story as readers see it, in its template: the same in the paper and in the newsroom's preview. */
export function Story({ story, timeZone, language, tools = null }: Props) {
  const words = wordsOf(language).story
  const { template } = story
  const page = story.body === null ? null : laidOut(story.body, template, words)
  const isWide = template?.kind === 'longForm' || template?.kind === 'photoEssay'
  return (
    <article className="story" data-template={template?.kind ?? 'standard'} data-lead={story.lead === null ? 'none' : 'picture'}>
      {template?.kind === 'longForm' && <div className="reading-progress" aria-hidden="true" />}
      <StoryHead story={story} timeZone={timeZone} words={words} tools={tools} />
      {story.lead !== null && <Figure picture={story.lead} sizes={isWide ? '(min-width: 80rem) 75rem, 100vw' : '(min-width: 64rem) 60rem, calc(100vw - 2rem)'} first />}
      {page !== null && <Chapters chapters={page.chapters} words={words} />}
      {template?.kind === 'review' && <ReviewFacts review={template} words={words} />}
      {page === null ? (
        <p className="story-unreadable">{words.unreadable}</p>
      ) : (
        <Body text={page.text} assets={story.assets} related={story.related} around={page.around} live={story.live} />
      )}
      {page !== null && <Sources sources={page.sources} words={words} />}
      {template?.kind === 'opinion' && <AuthorCard bylines={story.bylines} words={words} />}
      <TagLine tags={story.tags} language={language} />
      <SeriesLine series={story.series} language={language} />
      <Corrections corrections={story.corrections} timeZone={timeZone} />
    </article>
  )
}

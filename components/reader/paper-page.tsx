import { Body } from '#components/story/body.tsx'
import { Corrections } from '#components/story/corrections.tsx'
import { Figure } from '#components/story/figure.tsx'
import { Headline } from '#components/story/headline.tsx'
import { laidOut } from '#components/story/lay-out.ts'
import { Sources } from '#components/story/sources.tsx'
import { StoryDate } from '#components/story/story-date.tsx'
import type { PaperView, StoryView } from '#domain/story-view.ts'
import { wordsOf, type Words } from '#domain/words/words.ts'

/** Where readers can write to the paper by its own forms, whatever the page itself says. */
function Forms({ words: { letters } }: { words: Words }) {
  return (
    <ul className="paper-page-forms">
      <li>
        <a href="/letters">{letters.letterTitle}</a>
      </li>
      <li>
        <a href="/tips">{letters.toTipsLink}</a>
      </li>
    </ul>
  )
}

/** A page that tells of the paper itself: no section, no byline, and the day on which it last changed. `contact`: it is the one that says how to reach it. */
export function PaperPage({ page, paper, contact = false }: { page: StoryView; paper: PaperView; contact?: boolean }) {
  const words = wordsOf(paper.language)
  const laid = page.body === null ? null : laidOut(page.body, null, words.story)
  const changed = page.updatedAt ?? page.publishedAt
  return (
    <article className="story paper-page">
      <header className="story-head">
        <Headline as="h1" text={page.headline} />
        {page.deck !== '' && (
          <p className="deck" dir="auto">
            {page.deck}
          </p>
        )}
      </header>
      {page.lead !== null && <Figure picture={page.lead} sizes="(min-width: 64rem) 60rem, calc(100vw - 2rem)" first />}
      {laid !== null && <Body text={laid.text} assets={page.assets} related={page.related} around={laid.around} live={page.live} />}
      {laid !== null && <Sources sources={laid.sources} words={words.story} />}
      {contact && <Forms words={words} />}
      <Corrections corrections={page.corrections} timeZone={paper.timeZone} />
      {changed !== null && (
        <p className="paper-page-changed">
          {words.pages.lastChanged} <StoryDate at={changed} timeZone={paper.timeZone} />
        </p>
      )}
    </article>
  )
}

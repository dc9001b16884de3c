import { Byline } from '#components/story/byline.tsx'
import { headlineLength } from '#components/story/headline.tsx'
import { Picture } from '#components/story/picture.tsx'
import { StoryDate } from '#components/story/story-date.tsx'
import type { SearchResult as Result } from '#domain/search/answer.ts'
import type { PaperView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { Marked } from './marked.tsx'

const SIZES = '(min-width: 48rem) 18rem, 33vw'

/** One story that was found: as a line of a list of stories, with the passage in which the words stand. */
export function SearchResult({ result: { card, headline, deck, passage }, paper: { timeZone, language } }: { result: Result; paper: PaperView }) {
  const { lead } = card
  return (
    <article className="card search-result" data-size="row" data-picture={lead !== null}>
      {lead !== null && (
        <div className="card-picture">
          <a href={card.path} tabIndex={-1} aria-hidden="true">
            <Picture asset={lead.asset} alt="" sizes={SIZES} crop={{ to: 'card', focus: lead.focus }} />
          </a>
        </div>
      )}
      <div className="card-text">
        <p className="kicker">{card.section.name}</p>
        <h3 className="headline" data-length={headlineLength(card.headline)} dir="auto">
          <a href={card.path}>
            <Marked pieces={headline} />
          </a>
        </h3>
        {card.deck !== '' && (
          <p className="deck" dir="auto">
            <Marked pieces={deck} />
          </p>
        )}
        {passage !== null && (
          <p className="search-passage" dir="auto">
            {passage.of === 'caption' && <span className="search-where">{wordsOf(language).search.underPicture}</span>}
            <Marked pieces={passage.pieces} />
          </p>
        )}
        <p className="card-meta">
          <Byline bylines={card.bylines} /> <StoryDate at={card.publishedAt} timeZone={timeZone} />
        </p>
      </div>
    </article>
  )
}

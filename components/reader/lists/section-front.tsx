import type { PaperView, SectionAnswer, SectionView, StoryCardView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { StoryCard } from '../story-card.tsx'
import { Pager, StoryRows } from './story-rows.tsx'

type Found = Extract<SectionAnswer, { kind: 'section' }>

/** The name of a section under its rule, the section that it is a part of before it, its own parts behind it. */
function SectionHead({ of: { section, parent, parts, closed }, older, words }: { of: Found; older: boolean; words: ReturnType<typeof wordsOf>['lists'] }) {
  return (
    <header className="section-head" data-section={(parent ?? section).slug}>
      {parent !== null && (
        <p className="section-parent">
          <a href={`/${parent.slug}`}>{parent.name}</a>
        </p>
      )}
      <h1 className="section-name" dir="auto">
        {older ? words.olderOf(section.name) : section.name}
      </h1>
      {closed && <p className="list-lead">{words.closedSection}</p>}
      {parts.length > 0 && <PartLinks parts={parts} label={words.partsOf(section.name)} />}
    </header>
  )
}

function PartLinks({ parts, label }: { parts: readonly SectionView[]; label: string }) {
  return (
    <nav className="section-parts" aria-label={label}>
      <ul>
        {parts.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/${slug}`} dir="auto">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** On the page of a section, only what is in a part of it says where it is. */
const within = (section: SectionView) => (story: StoryCardView) => story.section.slug !== section.slug

/** A section, newest first: its first story large, the next three in columns, the rest in rows. `older`: a later page of it, all in rows. */
export function SectionFront({ paper, of, older = false }: { paper: PaperView; of: Found; older?: boolean }) {
  const words = wordsOf(paper.language).lists
  const { section, stories, next } = of
  const [first, ...others] = stories
  // Fewer than a full row of columns would leave a hole in the page.
  const second = others.length >= 3 ? others.slice(0, 3) : []
  return (
    <>
      <SectionHead of={of} older={older} words={words} />
      {first === undefined && <p className="empty-paper">{words.emptySection}</p>}
      {older ? (
        <StoryRows stories={stories} timeZone={paper.timeZone} kicker={within(section)} />
      ) : (
        <>
          {first !== undefined && (
            <div className="section-lead">
              <StoryCard story={first} timeZone={paper.timeZone} size="lead" level="h2" kicker={within(section)(first)} />
            </div>
          )}
          {second.length > 0 && (
            <div className="section-seconds">
              {second.map((story) => (
                <StoryCard key={story.path} story={story} timeZone={paper.timeZone} size="main" level="h2" kicker={within(section)(story)} />
              ))}
            </div>
          )}
          <StoryRows stories={others.slice(second.length)} timeZone={paper.timeZone} kicker={within(section)} />
        </>
      )}
      <Pager base={`/${section.slug}`} older={older} next={next} newest={words.newest(section.name)} words={words} />
    </>
  )
}

import type { ReactNode } from 'react'
import type { FrontView, PaperView } from '#domain/story-view.ts'
import type { ScoreLine } from '#domain/sports/view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { blockShapes } from './block-shapes.ts'
import { BreakingBanner } from './breaking-banner.tsx'
import { PageFrame } from './page-frame.tsx'
import { SectionBlock } from './section-block.tsx'
import { ScoreStrip } from './sports/score-strip.tsx'
import { StoryCard } from './story-card.tsx'

type Props = { paper: PaperView; front: FrontView; scores?: readonly ScoreLine[]; between?: ReactNode; after?: ReactNode }

/** The whole front page, for readers and for whoever arranges it. `scores`: the strip above it, under breaking news; `between`: what stands under the top; `after`: what stands below it all. */
export function FrontSheet({ paper, front: { lead, seconds, blocks, banner, latest }, scores = [], between, after }: Props) {
  const { timeZone } = paper
  const isFull = blocks.some(({ stories }) => stories.length > 3)
  const shapes = isFull ? blockShapes(blocks) : []
  return (
    <PageFrame paper={paper} front latest={latest}>
      {banner !== null && <BreakingBanner banner={banner} language={paper.language} />}
      <ScoreStrip lines={scores} paper={paper} />
      {lead === null ? (
        <p className="empty-paper">{wordsOf(paper.language).frame.emptyPaper}</p>
      ) : (
        <div className="front-top" data-seconds={seconds.length} data-lead={lead.lead === null ? 'words' : 'picture'}>
          <StoryCard story={lead} timeZone={timeZone} size="lead" level="h2" kicker />
          {seconds.length > 0 && (
            <div className="front-seconds">
              {seconds.map((story) => (
                <StoryCard key={story.path} story={story} timeZone={timeZone} size="plain" level="h2" kicker />
              ))}
            </div>
          )}
        </div>
      )}
      {between}
      {blocks.length > 0 && (
        <div className="front-sections" data-layout={isFull ? 'bands' : 'columns'}>
          {blocks.map(({ section, stories }, at) => (
            <SectionBlock key={section.slug} shape={shapes[at] ?? 'half'} section={section} stories={stories} timeZone={timeZone} />
          ))}
        </div>
      )}
      {after}
    </PageFrame>
  )
}

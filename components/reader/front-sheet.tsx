import type { ReactNode } from 'react'
import type { FrontView, PaperView } from '#domain/story-view.ts'
import { BreakingBanner } from './breaking-banner.tsx'
import { PageFrame } from './page-frame.tsx'
import { SectionBlock } from './section-block.tsx'
import { StoryCard } from './story-card.tsx'

/** The whole front page, for readers and for whoever arranges it. `between`: what stands under the top; `after`: what stands below it all. */
export function FrontSheet({ paper, front: { lead, seconds, blocks, banner, latest }, between, after }: { paper: PaperView; front: FrontView; between?: ReactNode; after?: ReactNode }) {
  const { timeZone } = paper
  return (
    <PageFrame paper={paper} front latest={latest}>
      {banner !== null && <BreakingBanner banner={banner} />}
      {lead === null ? (
        <p className="empty-paper">The first story of this paper is still being written.</p>
      ) : (
        <div className="front-top" data-seconds={seconds.length}>
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
        <div className="front-sections" data-layout={blocks.some(({ stories }) => stories.length > 3) ? 'bands' : 'columns'}>
          {blocks.map(({ section, stories }) => (
            <SectionBlock key={section.slug} section={section} stories={stories} timeZone={timeZone} />
          ))}
        </div>
      )}
      {after}
    </PageFrame>
  )
}

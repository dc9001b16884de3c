import type { Metadata } from 'next'
import { arrangeFront } from '#domain/front-page.ts'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { SectionBlock } from '#components/reader/section-block.tsx'
import { StoryCard } from '#components/reader/story-card.tsx'
import { publishedPaper } from '#server/settings/published.ts'
import { publishedFront } from '#server/stories/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { name, motto } = await publishedPaper()
  return { title: { absolute: motto === '' ? name : `${name} | ${motto}` }, alternates: { canonical: '/' } }
}

export default async function FrontPage() {
  const [paper, stories] = [await publishedPaper(), await publishedFront()]
  const { lead, seconds, sections } = arrangeFront(stories, paper.sections)
  const { timeZone } = paper
  return (
    <PageFrame paper={paper} front latest={stories[0]?.publishedAt ?? null}>
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
      {sections.length > 0 && (
        <div className="front-sections" data-layout={sections.some((block) => block.stories.length > 3) ? 'bands' : 'columns'}>
          {sections.map(({ section, stories: some }) => (
            <SectionBlock key={section.slug} section={section} stories={some} timeZone={timeZone} />
          ))}
        </div>
      )}
    </PageFrame>
  )
}

import { NotHere } from '#components/newsroom/forbidden.tsx'
import { FrontSheet } from '#components/reader/front-sheet.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { Story } from '#components/story/story.tsx'
import type { PaperView } from '#domain/story-view.ts'
import { requireActor } from '#server/auth/actor.ts'
import { publishedFront } from '#server/front-page/published.ts'
import { lookPreview } from '#server/look/queries.ts'
import { publishedStory } from '#server/stories/published.ts'

export const metadata = { title: 'Preview of the look' }

/** The front page, or the story that leads it, as readers would see it with one's own draft of the look. Our server sends it without script. */
export default async function LookPreviewPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const [paper, { page }] = [await lookPreview(actor), await searchParams]
  if (paper === null) return <NotHere />
  return (
    <>
      {/* It stands in a frame that no other page of ours may stand in. */}
      <base target="_blank" />
      {page === 'story' ? <LeadStory paper={paper} /> : <FrontSheet paper={paper} front={await publishedFront()} />}
    </>
  )
}

async function LeadStory({ paper }: { paper: PaperView }) {
  const { lead } = await publishedFront()
  const [, section = '', slug = ''] = lead?.path.split('/') ?? []
  const answer = await publishedStory(section, slug)
  return (
    <PageFrame paper={paper} current={section}>
      {answer.kind === 'story' ? <Story story={answer.story} timeZone={paper.timeZone} language={paper.language} /> : <p className="empty-paper">No story is live yet.</p>}
    </PageFrame>
  )
}

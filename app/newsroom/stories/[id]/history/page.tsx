import { NotHere } from '#components/newsroom/forbidden.tsx'
import { StoryTabs } from '#components/newsroom/story-tabs.tsx'
import { Timeline } from '#components/newsroom/timeline.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { storyHistory } from '#server/stories/history.ts'

export default async function HistoryPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const [paper, found] = await Promise.all([paperSettings(actor), storyHistory(actor, (await params).id)])
  if (found === null) return <NotHere />
  return (
    <>
      <title>{`History: ${found.story.headline} · Newsroom`}</title>
      <StoryTabs story={found.story} page="history" />
      <h1 className="mb-4 font-serif text-2xl font-semibold">History</h1>
      <Timeline events={found.events} timeZone={paper.timeZone} />
    </>
  )
}

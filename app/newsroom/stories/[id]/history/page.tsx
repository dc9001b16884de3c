import { NotHere } from '#components/newsroom/forbidden.tsx'
import { PitchOrigin } from '#components/newsroom/pitches/pitch-text.tsx'
import { StoryTabs } from '#components/newsroom/story-tabs.tsx'
import { Timeline } from '#components/newsroom/timeline.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { pitchOf } from '#server/planning/pitch-queries.ts'
import { paperDay } from '#server/settings/paper-day.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { storyHistory } from '#server/stories/history.ts'
import { restoreAction } from './actions.ts'
import { restoreEffect } from './restore-effect.ts'

export default async function HistoryPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const [paper, found] = await Promise.all([paperSettings(actor), storyHistory(actor, (await params).id)])
  if (found === null) return <NotHere />
  const { story, entries, liveNumber } = found
  const [pitch, { today }] = await Promise.all([pitchOf(actor, story.id), paperDay(new Date())])
  return (
    <>
      <title>{`History: ${story.headline} · Newsroom`}</title>
      <StoryTabs story={story} page="history" />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-serif text-2xl font-semibold">History</h1>
        <a href={`/newsroom/stories/${story.id}/record`} className="button">
          Record of this story
        </a>
      </div>
      {entries.length > 1 && (
        <form id="compare" method="get" action={`/newsroom/stories/${story.id}/history/compare`} className="sticky top-0 z-10 mb-4 flex flex-wrap items-center gap-3 border-b border-rule bg-paper py-2">
          <button type="submit" className="button">
            Compare the chosen two
          </button>
          <p className="text-sm text-soft">Choose “from” at one revision and “to” at another.</p>
        </form>
      )}
      <Timeline
        storyId={story.id}
        entries={entries}
        liveNumber={liveNumber}
        timeZone={paper.timeZone}
        restore={story.may.editStory === true ? { action: restoreAction, effect: restoreEffect(story.state, story.live) } : null}
      />
      {pitch !== null && <PitchOrigin pitch={pitch} today={today} timeZone={paper.timeZone} />}
    </>
  )
}

import { StoryEditor } from '#components/newsroom/editor/story-editor.client.tsx'
import { NotHere } from '#components/newsroom/forbidden.tsx'
import { StoryActions } from '#components/newsroom/story-actions.tsx'
import { StoryTabs } from '#components/newsroom/story-tabs.tsx'
import { TimingNotice } from '#components/newsroom/timing/timing-notice.tsx'
import { isAdviser } from '#domain/people.ts'
import { requireActor } from '#server/auth/actor.ts'
import { waysIn } from '#server/auth/entry-pages.ts'
import { copydeskOf } from '#server/copydesk/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { storyForEditor } from '#server/stories/queries.ts'
import { addPaperWordAction, dismissFindingAction, undoDismissalAction } from './copydesk-actions.ts'
import { MOVE_ACTIONS } from './moves.ts'
import { notesFor } from './notes.ts'
import { TIMING_ACTIONS } from './schedule/timing-actions.ts'

export default async function EditPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const [paper, story] = await Promise.all([paperSettings(actor), storyForEditor(actor, (await params).id)])
  const copydesk = story === null ? null : await copydeskOf(actor, story.id)
  if (story === null || copydesk === null) return <NotHere />
  return (
    <>
      <title>{`${story.headline || 'Story without a headline'} · Newsroom`}</title>
      <StoryTabs story={story} page="edit" />
      <h1 className="sr-only">Edit: {story.headline || 'story without a headline'}</h1>
      <StoryEditor
        key={story.id}
        story={story}
        timeZone={paper.timeZone}
        actions={
          <>
            <StoryActions story={story} checks={[]} actions={MOVE_ACTIONS} byAdviser={isAdviser(actor.role)} />
            <TimingNotice story={story} actions={TIMING_ACTIONS} />
          </>
        }
        waysIn={waysIn()}
        copydesk={{ facts: copydesk, actions: { dismiss: dismissFindingAction, undo: undoDismissalAction, addWord: addPaperWordAction } }}
        notes={notesFor(story.may)}
      />
    </>
  )
}

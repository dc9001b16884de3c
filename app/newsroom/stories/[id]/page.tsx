import { StoryEditor } from '#components/newsroom/editor/story-editor.client.tsx'
import { NotHere } from '#components/newsroom/forbidden.tsx'
import { StoryActions } from '#components/newsroom/story-actions.tsx'
import { StoryTabs } from '#components/newsroom/story-tabs.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { storyForEditor } from '#server/stories/queries.ts'
import { resolveNoteAction } from './actions.ts'
import { MOVE_ACTIONS } from './moves.ts'

export default async function EditPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const [paper, story] = await Promise.all([paperSettings(actor), storyForEditor(actor, (await params).id)])
  if (story === null) return <NotHere />
  return (
    <>
      <title>{`${story.headline || 'Story without a headline'} · Newsroom`}</title>
      <StoryTabs story={story} page="edit" />
      <h1 className="sr-only">Edit: {story.headline || 'story without a headline'}</h1>
      <StoryEditor
        key={story.id}
        story={story}
        timeZone={paper.timeZone}
        actions={<StoryActions story={story} checks={[]} actions={MOVE_ACTIONS} />}
        resolveNote={story.may.resolveNote === true ? resolveNoteAction : null}
      />
    </>
  )
}

import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { TextArea } from '#components/ui/fields.client.tsx'
import { LiveChangeFields } from '#components/newsroom/corrections/live-change-fields.client.tsx'
import type { LiveChange } from '#domain/corrections.ts'
import type { Timing } from '#domain/workflow.ts'
import type { StoryTiming } from '#server/stories/timing/views.ts'
import { TimeFields } from './time-fields.client.tsx'

type Props = {
  story: { id: string; revisionId: string; liveRevisionId: string | null; live: boolean; may: Record<Timing, true | string>; timing: StoryTiming; mayNote: true | string; change: LiveChange | null }
  actions: Record<Timing, FormAction>
  /** The day at school, "2026-11-24". */
  today: string
}

/** Everything that can be decided about the time of a story, each with why it cannot be now. */
export function TimingForms({ story, actions, today }: Props) {
  const { timeZone, embargo } = story.timing
  const times = { timeZone, today }
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <Part id="publish" title="Publish at a time" may={story.revisionId === story.liveRevisionId ? 'Readers see the newest version already. Change the story: once the change is approved, the time for it is set here.' : story.may.schedule}>
        <p className="text-sm text-soft">Every check is made again at that minute. An edit before it cancels the schedule.</p>
        <ActionForm action={actions.schedule} submit={story.timing.publish === null ? 'Schedule' : 'Schedule anew'}>
          <Hidden storyId={story.id} revisionId={story.revisionId} />
          {story.live && <LiveChangeFields said={story.change} mayNote={story.mayNote} />}
          <TimeFields {...times} />
        </ActionForm>
      </Part>
      {story.live ? (
        <Part id="unpublish" title="Unpublish at a time" may={story.may.scheduleUnpublish === true || 'Only an adviser can plan this. An editor can ask an adviser to withdraw the story, on its Edit page.'}>
          <p className="text-sm text-soft">It is withdrawn at that minute, whatever version is live then. That cannot be undone afterwards.</p>
          <ActionForm action={actions.scheduleUnpublish} submit="Plan the unpublishing" tone="button-danger">
            <Hidden storyId={story.id} revisionId={story.liveRevisionId ?? ''} />
            <TimeFields {...times} />
            <TextArea name="reason" label="Reason, for the record" hint="Readers are told that it was withdrawn, not why." />
          </ActionForm>
        </Part>
      ) : (
        <Part id="embargo" title="Embargo" may={story.may.setEmbargo}>
          <p className="text-sm text-soft">Nobody can publish it before this moment, whatever their role. It can be made longer; only an adviser can lift it.</p>
          <ActionForm action={actions.setEmbargo} submit={embargo === null ? 'Set the embargo' : 'Make it longer'} tone="">
            <Hidden storyId={story.id} />
            <TimeFields {...times} />
          </ActionForm>
          {embargo !== null && story.may.liftEmbargo === true && (
            <ActionForm action={actions.liftEmbargo} submit="Lift the embargo" tone="button-danger">
              <Hidden storyId={story.id} />
              <TextArea name="reason" label="Why it is lifted" hint="This stays on record." />
            </ActionForm>
          )}
        </Part>
      )}
    </div>
  )
}

function Part({ id, title, may, children }: { id: string; title: string; may: true | string; children: React.ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex max-w-prose flex-col gap-3">
      <h2 id={id} className="font-serif text-xl font-semibold">
        {title}
      </h2>
      {may === true ? children : <p className="text-sm text-soft">{may}</p>}
    </section>
  )
}

function Hidden({ storyId, revisionId }: { storyId: string; revisionId?: string }) {
  return (
    <>
      <input type="hidden" name="storyId" value={storyId} />
      {revisionId !== undefined && <input type="hidden" name="revisionId" value={revisionId} />}
    </>
  )
}

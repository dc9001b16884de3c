import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import type { Timing } from '#domain/workflow.ts'
import type { PlanView, StoryTiming } from '#server/stories/timing/views.ts'

type Props = {
  story: { id: string; may: Record<Timing, true | string>; timing: StoryTiming }
  actions: Record<Timing, FormAction>
  /** On the page where all of it is decided, no link leads to it. */
  onItsPage?: boolean
}

/** What is planned for a story, what was and failed, and until when it is under embargo; with what this person can do about it. */
export function TimingNotice({ story, actions, onItsPage = false }: Props) {
  const { publish, unpublish, embargo, lapsed, timeZone } = story.timing
  const link = onItsPage ? null : linkWords(story)
  return (
    <div className="flex flex-col gap-3 empty:hidden">
      {publish !== null && (
        <Plan plan={publish} timeZone={timeZone} planned="Scheduled for" failed="not published">
          {story.may.unschedule === true && <Cancel storyId={story.id} action={actions.unschedule} submit={publish.failure === null ? 'Cancel the schedule' : 'Put this away'} />}
        </Plan>
      )}
      {unpublish !== null && (
        <Plan plan={unpublish} timeZone={timeZone} planned="To be unpublished" failed="still live">
          {story.may.cancelUnpublish === true && <Cancel storyId={story.id} action={actions.cancelUnpublish} submit={unpublish.failure === null ? 'Cancel the unpublishing' : 'Put this away'} />}
        </Plan>
      )}
      {embargo !== null && (
        <p className="rounded-md border border-warn bg-warn-wash p-3 text-sm">
          <strong>
            Under embargo until <time dateTime={embargo.until}>{embargo.words}</time>.
          </strong>{' '}
          Nobody can publish it before.
        </p>
      )}
      {lapsed !== null && (
        <p className="rounded-md border border-warn bg-warn-wash p-3 text-sm">It was scheduled for {lapsed}. The edit after its approval cancelled that: it must be approved and scheduled again.</p>
      )}
      {link !== null && (
        <p>
          <a href={`/newsroom/stories/${story.id}/schedule`} className="button">
            {link}
          </a>
        </p>
      )}
    </div>
  )
}

function linkWords({ may, timing }: Props['story']): string | null {
  if (may.schedule === true) return timing.publish === null ? 'Schedule…' : 'Change the schedule…'
  if (may.scheduleUnpublish === true) return 'Unpublish at a time…'
  return may.setEmbargo === true ? 'Embargo…' : null
}

function Plan({ plan, timeZone, planned, failed, children }: { plan: PlanView; timeZone: string; planned: string; failed: string; children: React.ReactNode }) {
  const when = <time dateTime={plan.at}>{plan.words}</time>
  return (
    <div className={`flex flex-col gap-2 rounded-md border p-3 text-sm ${plan.failure === null ? 'border-info bg-info-wash' : 'border-bad bg-bad-wash'}`}>
      <p className="font-semibold break-words">
        {planned} {when}
        {plan.failure !== null && `, ${failed}: ${plan.failure}`}
      </p>
      <p>
        {timeZone}, planned by {plan.by}.{plan.askedAs !== null && ` Asked for as ${plan.askedAs}, the time zone of the paper then; the moment is the same.`}
      </p>
      {plan.change !== null && <p className="whitespace-pre-wrap">{plan.change}</p>}
      {plan.reason !== '' && <p className="whitespace-pre-wrap">{plan.reason}</p>}
      {children}
    </div>
  )
}

function Cancel({ storyId, action, submit }: { storyId: string; action: FormAction; submit: string }) {
  return (
    <ActionForm action={action} submit={submit} tone="" className="flex flex-col gap-2">
      <input type="hidden" name="storyId" value={storyId} />
    </ActionForm>
  )
}

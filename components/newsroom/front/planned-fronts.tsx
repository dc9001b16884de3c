import { ActionForm } from '#components/ui/action-form.client.tsx'
import type { FrontDesk, PlannedFront } from '#server/front-page/queries.ts'
import { TimeFields } from '../timing/time-fields.client.tsx'
import type { FrontActions } from './front-actions.ts'

type Props = { desk: FrontDesk; actions: Pick<FrontActions, 'schedule' | 'unschedule'> }

/** Fronts that come out at a minute, and the form that schedules the draft. */
export function PlannedFronts({ desk: { planned, version, timeZone, today }, actions }: Props) {
  return (
    <section id="scheduled" aria-labelledby="scheduled-title" className="panel flex min-w-0 scroll-mt-4 flex-col gap-3">
      <h2 id="scheduled-title" className="font-serif text-xl font-semibold">
        Publish at a time
      </h2>
      {planned.map((plan) => (
        <Plan key={plan.id} plan={plan} timeZone={timeZone} unschedule={actions.unschedule} />
      ))}
      <p className="text-sm text-soft">The draft is scheduled as it is now. What you change afterwards is not in it; a story that is withdrawn before never shows.</p>
      <ActionForm action={actions.schedule} submit="Schedule this draft" tone="">
        <input type="hidden" name="version" value={version} />
        <TimeFields timeZone={timeZone} today={today} />
      </ActionForm>
    </section>
  )
}

function Plan({ plan: { id, at, words, askedAs, by, failure, lines }, timeZone, unschedule }: { plan: PlannedFront; timeZone: string; unschedule: FrontActions['unschedule'] }) {
  const when = <time dateTime={at}>{words}</time>
  return (
    <section aria-label={`Scheduled for ${words}`} className={`flex flex-col gap-2 rounded-md border p-3 text-sm ${failure === null ? 'border-info bg-info-wash' : 'border-bad bg-bad-wash'}`}>
      <p className="font-semibold break-words">
        Scheduled for {when}
        {failure !== null && `, not published: ${failure}`}
      </p>
      <p>
        {timeZone}, by {by}.{askedAs !== null && ` Asked for as ${askedAs}, the time zone of the paper then; the moment is the same.`}
      </p>
      <FrontLines lines={lines} />
      <LookAt id={id} about={`scheduled for ${words}`} />
      <ActionForm action={unschedule} submit={failure === null ? 'Cancel the schedule' : 'Put this away'} tone="" className="flex flex-col gap-2">
        <input type="hidden" name="scheduleId" value={id} />
      </ActionForm>
    </section>
  )
}

/** What stands in an arrangement, in a few lines. */
export function FrontLines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="flex flex-col gap-0.5">
      {lines.map((line) => (
        <li key={line} className="break-words">
          {line}
        </li>
      ))}
    </ul>
  )
}

/** Leads to an arrangement as readers would see it now. */
export function LookAt({ id, about }: { id: string; about: string }) {
  return (
    <p>
      <a href={`/newsroom/front/preview?of=${id}`} target="_blank" rel="noopener" className="text-link inline-block py-1.5">
        Look at it<span className="sr-only"> ({about}; opens in a new tab)</span>
      </a>
    </p>
  )
}

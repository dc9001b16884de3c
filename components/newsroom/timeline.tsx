import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { wordsOf } from '#domain/audit/kinds.ts'
import { firstComparison, type TimelineEntry, type TimelineEvent } from '#domain/timeline.ts'
import { Moment } from './time.tsx'

type Props = {
  storyId: string
  entries: readonly TimelineEntry[]
  /** The number of the revision that readers see; null: none. */
  liveNumber: number | null
  timeZone: string
  /** What brings a revision back, and what that does to the story; null where this person may not change it. */
  restore: { action: FormAction; effect: string } | null
}

/** The revisions of a story, newest first: who, when, why, and what was decided on each. The radio buttons belong to the form `compare`. */
export function Timeline({ storyId, entries, liveNumber, timeZone, restore }: Props) {
  const newest = entries[0]?.revision.number
  return (
    <ol className="flex flex-col gap-4">
      {entries.map(({ revision, why, decisions, others }) => (
        <li key={revision.id} id={`revision-${revision.number}`} className="flex flex-col gap-2 border-l-4 border-rule pl-4">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <h2 className="font-semibold">Revision {revision.number}</h2>
            {revision.number === liveNumber && <span className="rounded-sm border border-good px-2 text-xs font-semibold text-good">Readers see this one</span>}
            {revision.number === newest && <span className="rounded-sm border border-strong px-2 text-xs font-semibold text-soft">Newest</span>}
            <span className="text-sm text-soft">
              <Moment at={revision.savedAt} timeZone={timeZone} />
            </span>
          </div>
          <p className="text-sm">
            {why}. By {[revision.by, ...revision.others].join(', ')}.
          </p>
          {decisions.length > 0 && (
            <ul className="flex flex-col gap-1 text-sm">
              {decisions.map((event) => (
                <Told key={event.id} event={event} timeZone={timeZone} />
              ))}
            </ul>
          )}
          {others.length > 0 && (
            <details className="text-sm">
              <summary className="min-h-8 cursor-pointer py-1 text-soft">
                {others.length} more {others.length === 1 ? 'thing' : 'things'} meanwhile
              </summary>
              <ul className="mt-1 flex flex-col gap-1">
                {others.map((event) => (
                  <Told key={event.id} event={event} timeZone={timeZone} />
                ))}
              </ul>
            </details>
          )}
          {entries.length > 1 && <Choice storyId={storyId} entries={entries} number={revision.number} liveNumber={liveNumber} />}
          {restore !== null && revision.number !== newest && (
            <details className="max-w-prose rounded-md border border-rule text-sm">
              <summary className="min-h-10 cursor-pointer px-3 py-2">Restore revision {revision.number}</summary>
              <div className="flex flex-col gap-3 border-t border-rule p-3">
                <p>{restore.effect}</p>
                <ActionForm action={restore.action} submit={`Restore revision ${revision.number}`} tone="">
                  <input type="hidden" name="storyId" value={storyId} />
                  <input type="hidden" name="revisionId" value={revision.id} />
                </ActionForm>
              </div>
            </details>
          )}
        </li>
      ))}
    </ol>
  )
}

function Told({ event, timeZone }: { event: TimelineEvent; timeZone: string }) {
  return (
    <li>
      <span className="font-semibold">{event.who}</span> {wordsOf(event.kind)}
      <span className="text-soft">
        {' · '}
        <Moment at={event.at} timeZone={timeZone} />
      </span>
      {event.note !== null && <blockquote className="mt-1 border-l-4 border-rule pl-3 break-words whitespace-pre-wrap">{event.note}</blockquote>}
    </li>
  )
}

function Choice({ storyId, entries, number, liveNumber }: { storyId: string; entries: readonly TimelineEntry[]; number: number; liveNumber: number | null }) {
  const numbers = entries.map(({ revision }) => revision.number)
  const before = numbers[numbers.indexOf(number) + 1]
  const first = firstComparison(entries, liveNumber)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <label className="flex min-h-8 items-center gap-2 max-lg:min-h-11">
        <input type="radio" form="compare" name="from" value={number} defaultChecked={number === first?.from} className="size-5 accent-accent" />
        Compare from<span className="sr-only"> revision {number}</span>
      </label>
      <label className="flex min-h-8 items-center gap-2 max-lg:min-h-11">
        <input type="radio" form="compare" name="to" value={number} defaultChecked={number === first?.to} className="size-5 accent-accent" />
        to<span className="sr-only"> revision {number}</span>
      </label>
      {before !== undefined && (
        <a className="text-link" href={`/newsroom/stories/${storyId}/history/compare?from=${before}&to=${number}`}>
          What changed in it
        </a>
      )}
    </div>
  )
}

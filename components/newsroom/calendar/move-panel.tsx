import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { TextField } from '#components/ui/fields.client.tsx'
import { ENTRY_NAMES, entryTitle, longDay, type CalendarEntry } from '#domain/planning/calendar.ts'

/** Moves one entry by a plain form. */
export function MovePanel({ entry, action, close }: { entry: CalendarEntry; action: FormAction; close: string }) {
  return (
    <section id="move" aria-labelledby="move-title" className="panel mb-4 flex max-w-prose scroll-mt-4 flex-col gap-3">
      <h2 id="move-title" className="font-semibold break-words">
        Move “{entryTitle(entry)}”
      </h2>
      <p className="text-sm text-soft">
        {ENTRY_NAMES[entry.kind]}: {longDay(entry.day)}
      </p>
      <ActionForm key={entry.day} action={action} submit="Move it">
        <input type="hidden" name="kind" value={entry.kind} />
        <input type="hidden" name="storyId" value={entry.storyId ?? ''} />
        <input type="hidden" name="requestId" value={entry.requestId ?? ''} />
        <input type="hidden" name="from" value={entry.day} />
        <TextField name="day" label="To the day" type="date" defaultValue={entry.day} required />
      </ActionForm>
      <p>
        <a href={close} className="text-link text-sm">
          Close
        </a>
      </p>
    </section>
  )
}

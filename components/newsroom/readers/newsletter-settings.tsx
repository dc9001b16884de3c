import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { CheckField, SelectField } from '#components/ui/fields.client.tsx'
import { WEEKDAYS } from '#domain/newsletter/hour.ts'
import type { NewsletterDesk } from '#server/newsletter/queries.ts'
import { Moment } from '../time.tsx'

const HOURS = Array.from({ length: 24 }, (_, hour) => `${hour % 12 === 0 ? 12 : hour % 12}:00 ${hour < 12 ? 'AM' : 'PM'}`)

/** Whether readers can sign up, and when the weekly newsletter goes out by itself. */
export function NewsletterSettings({ desk, timeZone, save }: { desk: NewsletterDesk; timeZone: string; save: FormAction }) {
  const { settings, next } = desk
  return (
    <section aria-labelledby="newsletter-settings" className="flex flex-col gap-3">
      <h2 id="newsletter-settings" className="font-semibold">
        When it goes out
      </h2>
      <ActionForm action={save} submit="Save">
        <CheckField name="open" value="1" label="Readers can sign up" defaultChecked={settings.open} />
        <SelectField name="weekday" label="The week goes out on" defaultValue={settings.weekday ?? ''}>
          <option value="">No day: only when somebody sends it</option>
          {WEEKDAYS.map((name, weekday) => (
            <option key={name} value={weekday}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField name="hour" label="At" hint={`On the clocks of ${timeZone}.`} defaultValue={settings.hour}>
          {HOURS.map((name, hour) => (
            <option key={name} value={hour}>
              {name}
            </option>
          ))}
        </SelectField>
      </ActionForm>
      {next !== null && (
        <p className="text-sm text-soft">
          Next: <Moment at={next} timeZone={timeZone} />, if there is something new.
        </p>
      )}
    </section>
  )
}

import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { CheckField, RadioField, SelectField } from '#components/ui/fields.client.tsx'
import { kindOf, MAIL_CHOICES, NOTIFICATION_GROUPS, type MailChoice, type NotificationGroup, type NotificationKind } from '#domain/notifications/kinds.ts'
import { fieldsOf, type NotificationSettings } from '#domain/notifications/settings.ts'

type Props = { kinds: readonly NotificationKind[]; settings: NotificationSettings; timeZone: string; action: FormAction }

const MAIL_WORDS: Record<MailChoice, string> = { AT_ONCE: 'At once', DIGEST: 'In the digest', NONE: 'Not at all' }
const GROUPS = Object.keys(NOTIFICATION_GROUPS) as NotificationGroup[]
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const clock = (hour: number) => `${hour % 12 === 0 ? 12 : hour % 12}:00 ${hour < 12 ? 'AM' : 'PM'}`

/** How one is told of each kind, and when the digest comes: one form for all of it. */
export function NotificationChoices({ kinds, settings, timeZone, action }: Props) {
  return (
    <ActionForm action={action} submit="Save" className="flex max-w-4xl flex-col gap-8">
      <section aria-labelledby="digest" className="panel flex flex-col gap-4">
        <h2 id="digest" className="font-serif text-xl font-semibold">
          Digest
        </h2>
        <RadioField
          name="digest"
          label="One mail with what is unread"
          defaultValue={settings.digest}
          choices={[
            { value: 'DAILY', label: 'Every day' },
            { value: 'WEEKLY', label: 'On Mondays' },
            { value: 'NEVER', label: 'Never' },
          ]}
        />
        <SelectField name="digestHour" label="At" hint={`On the clocks of the paper (${timeZone}).`} defaultValue={String(settings.digestHour)}>
          {HOURS.map((hour) => (
            <option key={hour} value={hour}>
              {clock(hour)}
            </option>
          ))}
        </SelectField>
      </section>
      {GROUPS.map((group) => {
        const inGroup = kinds.filter((kind) => kindOf(kind).group === group)
        return inGroup.length === 0 ? null : (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`} className="mb-2 font-serif text-xl font-semibold">
              {NOTIFICATION_GROUPS[group]}
            </h2>
            <div className="divide-y divide-rule border-y border-rule">
              {inGroup.map((kind) => (
                <KindChoice key={kind} kind={kind} channels={settings.channels[kind]} />
              ))}
            </div>
          </section>
        )
      })}
    </ActionForm>
  )
}

function KindChoice({ kind, channels }: { kind: NotificationKind; channels: NotificationSettings['channels'][NotificationKind] }) {
  const { label, firm, mail } = kindOf(kind)
  const fields = fieldsOf(kind)
  return (
    <fieldset className="grid min-w-0 gap-x-6 gap-y-2 py-3 sm:grid-cols-[1fr_auto_12rem] sm:items-center">
      <legend className="float-left text-sm font-semibold">{label}</legend>
      {firm === true ? <p className="text-sm text-soft">Always in the newsroom: somebody waits for it.</p> : <CheckField name={fields.app} label="In the newsroom" defaultChecked={channels.app} />}
      {mail === null ? (
        <p className="text-sm text-soft">Never by mail.</p>
      ) : (
        <SelectField name={fields.mail} label="By mail" defaultValue={channels.mail ?? 'NONE'}>
          {MAIL_CHOICES.map((choice) => (
            <option key={choice} value={choice}>
              {MAIL_WORDS[choice]}
            </option>
          ))}
        </SelectField>
      )}
    </fieldset>
  )
}

import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { TextArea, TextField } from '#components/ui/fields.client.tsx'
import type { OptOutLine } from '#server/opt-out/queries.ts'
import { Moment } from '../time.tsx'

/** The fields of somebody on the opt-out list, new or as they stand. */
export function OptOutFields({ person }: { person?: OptOutLine }) {
  return (
    <>
      <TextField name="name" label="Name" hint="First and last name. “Last, First”, accents and capitals are found too." defaultValue={person?.name} autoComplete="off" maxLength={80} required />
      <TextArea name="otherNames" label="Other names" hint="Nicknames and other spellings, one a line." rows={3} defaultValue={person?.otherNames.join('\n')} />
      <TextArea name="reason" label="Reason (optional)" rows={2} maxLength={500} defaultValue={person?.reason} />
    </>
  )
}

type Props = { person: OptOutLine; timeZone: string; change: FormAction; remove: FormAction }

/** One person of the list, with the ways to change and remove them folded in. */
export function OptOutPerson({ person, timeZone, change, remove }: Props) {
  const id = <input type="hidden" name="optOutId" value={person.id} />
  return (
    <li className="py-3">
      <p className="font-semibold">{person.name}</p>
      {person.otherNames.length > 0 && <p className="text-sm">Also: {person.otherNames.join(', ')}</p>}
      {person.reason !== '' && <p className="text-sm whitespace-pre-line">{person.reason}</p>}
      <p className="text-sm text-soft">
        added by {person.addedBy}, <Moment at={person.addedAt} timeZone={timeZone} />
      </p>
      <p>
        <a href={`/newsroom/staff/opt-out?find=${person.id}#found`} className="text-link inline-block py-1 text-sm">
          Look for {person.name} in what readers see
        </a>
      </p>
      <details className="mt-1">
        <summary className="inline-block cursor-pointer py-1 text-sm text-link underline">
          Change<span className="sr-only"> {person.name}</span>
        </summary>
        <div className="mt-2 grid items-start gap-4 rounded-md bg-wash p-4 sm:grid-cols-2">
          <ActionForm action={change} submit="Save" tone="">
            {id}
            <OptOutFields person={person} />
          </ActionForm>
          <ActionForm action={remove} submit="Remove from the list" tone="button-danger">
            {id}
            <p className="text-sm text-soft">Stories may name them again. What was allowed in single stories is forgotten with it.</p>
          </ActionForm>
        </div>
      </details>
    </li>
  )
}

import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { SelectField, TextField } from '#components/ui/fields.client.tsx'
import { ROLE_NAMES, type BylineForm } from '#domain/people.ts'
import type { StaffLine } from '#server/staff/queries.ts'
import { BylineChoices } from './staff-byline-choices.tsx'
import { LinkForm, type LinkAction } from './staff-link-form.client.tsx'

export type PersonActions = { changeRole: FormAction; deactivate: FormAction; reactivate: FormAction; changeByline: FormAction; makeResetLink: LinkAction }

/** One person of the staff, with what may be done to them folded in. */
export function StaffPerson({ person, paper, actions }: { person: StaffLine; paper: BylineForm; actions: PersonActions }) {
  const { may } = person
  const manageable = (may.manage && !person.isSelf) || may.rename || (may.makeResetLink && person.active)
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <a href={`/newsroom/staff/${person.staffId}`} className="py-1 font-semibold hover:underline">
          {person.name}
        </a>
        <span className="text-sm text-soft">
          {[person.position, ROLE_NAMES[person.role], person.sections.join(', '), person.isSelf ? 'you' : ''].filter((part) => part !== '').join(' · ')}
        </span>
        <span className={`rounded-sm border px-2 py-0.5 text-xs font-semibold ${person.active ? 'border-good text-good' : 'border-strong text-soft'}`}>
          {stateOf(person)}
        </span>
        {person.email !== null && <span className="text-sm break-all text-soft">{person.email}</span>}
      </div>
      {manageable && (
        <details className="mt-1">
          <summary className="inline-block cursor-pointer py-1 text-sm text-link underline">
            Manage<span className="sr-only"> {person.name}</span>
          </summary>
          <div className="mt-2 grid items-start gap-4 rounded-md bg-wash p-4 sm:grid-cols-2">
            <PersonForms person={person} paper={paper} actions={actions} />
          </div>
        </details>
      )}
    </li>
  )
}

/** Where somebody stands: away for some days, a graduate, or gone. */
function stateOf({ active, classOf, awayUntil }: StaffLine): string {
  if (!active) return classOf === null ? 'Deactivated' : `Class of ${classOf}`
  return awayUntil === null ? 'Active' : `Away until ${awayUntil}`
}

function PersonForms({ person, paper, actions }: { person: StaffLine; paper: BylineForm; actions: PersonActions }) {
  const { may } = person
  const user = <input type="hidden" name="userId" value={person.userId} />
  return (
    <>
      {may.rename && (
        <ActionForm action={actions.changeByline} submit="Save name" tone="">
          <input type="hidden" name="staffId" value={person.staffId} />
          <TextField name="name" label="Name" defaultValue={person.name} autoComplete="off" required />
          <SelectField name="bylineForm" label="In the paper" hint={person.isSelf ? undefined : 'You can let readers see less of it. Only they can let them see more.'} defaultValue={person.bylineForm}>
            <BylineChoices name={person.name} paper={paper} {...(person.isSelf ? {} : { atMost: person.bylineForm })} />
          </SelectField>
        </ActionForm>
      )}
      {may.manage && may.roles.length > 0 && (
        <ActionForm action={actions.changeRole} submit="Change role" tone="">
          {user}
          <SelectField name="role" label="Role" defaultValue={person.role} hint="Signs them out on every device.">
            {may.roles.map((role) => (
              <option key={role} value={role}>
                {ROLE_NAMES[role]}
              </option>
            ))}
          </SelectField>
        </ActionForm>
      )}
      {may.makeResetLink && person.active && (
        <LinkForm action={actions.makeResetLink} submit="Make a password link">
          {user}
          <p className="text-sm text-soft">With it they choose a new password. It works once, for 24 hours.</p>
        </LinkForm>
      )}
      {may.manage && (
        <ActionForm action={person.active ? actions.deactivate : actions.reactivate} submit={person.active ? 'Deactivate' : 'Reactivate'} tone={person.active ? 'button-danger' : ''}>
          {user}
          <p className="text-sm text-soft">
            {person.active ? 'They can no longer sign in. Their bylines and stories stay.' : 'They can sign in again, with their old password and role.'}
          </p>
        </ActionForm>
      )}
    </>
  )
}

import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { SelectField, TextField } from '#components/ui/fields.client.tsx'
import { ROLE_NAMES, type Role } from '#domain/people.ts'
import { LinkForm, type LinkAction } from './staff-link-form.client.tsx'
import { Moment } from './time.tsx'

/** The form that invites somebody, with the roles that this person may give. */
export function InviteForm({ roles, invite }: { roles: readonly Role[]; invite: LinkAction }) {
  return (
    <section aria-labelledby="invite" className="panel">
      <h2 id="invite" className="mb-3 font-serif text-xl font-semibold">
        Invite somebody
      </h2>
      <LinkForm action={invite} submit="Invite" tone="button-primary">
        <TextField name="email" label="E-mail" type="email" autoComplete="off" required />
        <TextField name="name" label="Name (optional)" autoComplete="off" />
        <TextField name="position" label="Position" defaultValue="Staff Writer" hint="Stands under their name, such as Staff Writer or Photo Editor." required />
        <SelectField name="role" label="Role" defaultValue={roles[0]}>
          {roles.map((role) => (
            <option key={role} value={role}>
              {ROLE_NAMES[role]}
            </option>
          ))}
        </SelectField>
      </LinkForm>
    </section>
  )
}

type Invitation = { id: string; email: string; name: string | null; role: Role; position: string; expiresAt: string }
type Props = { invitations: readonly Invitation[]; timeZone: string; revoke: FormAction }

/** The invitations that can still be accepted, each with its end and a way to take it back. */
export function OpenInvitations({ invitations, timeZone, revoke }: Props) {
  return (
    <section aria-labelledby="invited" className="panel">
      <h2 id="invited" className="mb-3 font-serif text-xl font-semibold">
        Invited
      </h2>
      {invitations.length === 0 && <p className="text-sm text-soft">No open invitation.</p>}
      <ul className="divide-y divide-rule">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <p className="text-sm">
              <span className="font-semibold break-all">{invitation.name ?? invitation.email}</span>
              {invitation.name !== null && <span className="break-all"> · {invitation.email}</span>}
              <br />
              <span className="text-soft">
                {invitation.position} · {ROLE_NAMES[invitation.role]} · works until <Moment at={invitation.expiresAt} timeZone={timeZone} />
              </span>
            </p>
            <ActionForm action={revoke} submit="Revoke" tone="button-danger" className="flex flex-col gap-2">
              <input type="hidden" name="invitationId" value={invitation.id} />
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { InviteForm, OpenInvitations } from '#components/newsroom/staff-invite.tsx'
import { StaffPerson, type PersonActions } from '#components/newsroom/staff-person.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { schoolYear } from '#domain/school-year.ts'
import { requireActor } from '#server/auth/actor.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { namingPolicy } from '#server/staff/naming.ts'
import { openInvitations, rolesToInvite, staffList } from '#server/staff/queries.ts'
import * as actions from './actions.ts'

export const metadata = { title: 'Staff' }

const personActions: PersonActions = {
  changeRole: actions.changeRoleAction,
  deactivate: actions.deactivateAction,
  reactivate: actions.reactivateAction,
  changeByline: actions.changeBylineAction,
  makeResetLink: actions.makeResetLinkAction,
}

export default async function StaffPage() {
  const actor = await requireActor()
  const roles = rolesToInvite(actor)
  const [staff, invitations, { timeZone }, { nameForm }] = await Promise.all([staffList(actor), openInvitations(actor), paperSettings(actor), namingPolicy(actor)])
  const more = [
    { href: `/staff/${schoolYear(new Date(), timeZone)}`, label: 'As readers see it' },
    ...(roles.length > 0 ? [{ href: '/newsroom/staff/invite', label: 'Invite from a list' }] : []),
    ...(decide(actor.role, 'keepOptOutList').allowed ? [{ href: '/newsroom/staff/opt-out', label: 'Opt-out list' }] : []),
    ...(decide(actor.role, 'moveStaffOn').allowed ? [{ href: '/newsroom/staff/year-end', label: 'Year’s end' }] : []),
  ]
  return (
    <>
      <PageHeader
        title="Staff"
        lead="Everybody who can sign in. Former staff keep their bylines."
        action={
          <span className="flex flex-wrap gap-2">
            {more.map(({ href, label }) => (
              <a key={href} href={href} className="button">
                {label}
              </a>
            ))}
          </span>
        }
      />
      <div className={roles.length > 0 ? 'grid items-start gap-6 lg:grid-cols-[1fr_24rem]' : ''}>
        <section aria-label="Everybody" className="panel">
          <ul className="divide-y divide-rule">
            {staff.map((person) => (
              <StaffPerson key={person.userId} person={person} paper={nameForm} actions={personActions} />
            ))}
          </ul>
        </section>
        {roles.length > 0 && (
          <div className="flex flex-col gap-6">
            <InviteForm roles={roles} invite={actions.inviteAction} />
            <OpenInvitations invitations={invitations} timeZone={timeZone} revoke={actions.revokeAction} />
          </div>
        )}
      </div>
    </>
  )
}

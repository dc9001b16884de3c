import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { ListInvite } from '#components/newsroom/people/list-invite.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { MOST_INVITED } from '#domain/invitation-list.ts'
import { decideOnStaff } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { checkListAction, inviteListAction } from './actions.ts'

export const metadata = { title: 'Invite from a list' }

export default async function InviteListPage() {
  const actor = await requireActor()
  const verdict = decideOnStaff(actor.role, 'invite', { isSelf: false, targetRole: 'WRITER' })
  if (!verdict.allowed) return <Forbidden reason={verdict.reason} />
  return (
    <>
      <PageHeader
        title="Invite from a list"
        lead={`Paste rows out of a spreadsheet, or choose a CSV file: name, e-mail, role and position, up to ${MOST_INVITED} people. Nobody is invited before you have seen the list.`}
        action={
          <a href="/newsroom/staff" className="button">
            All staff
          </a>
        }
      />
      <ListInvite check={checkListAction} invite={inviteListAction} />
    </>
  )
}

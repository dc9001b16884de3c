import type { ReactNode } from 'react'
import { BylineChoices } from '#components/newsroom/staff-byline-choices.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { SelectField, TextField } from '#components/ui/fields.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { ROLE_NAMES } from '#domain/people.ts'
import { requireActor } from '#server/auth/actor.ts'
import { namingPolicy } from '#server/staff/naming.ts'
import { ownAccount } from '#server/staff/queries.ts'
import { changeOwnBylineAction, changePasswordAction, signOutEverywhereAction } from './actions.ts'

export const metadata = { title: 'Your account' }

function Part({ id, title, lead, children }: { id: string; title: string; lead: string; children?: ReactNode }) {
  return (
    <section aria-labelledby={id} className="panel">
      <h2 id={id} className="font-serif text-xl font-semibold">
        {title}
      </h2>
      <p className="mt-1 mb-4 text-sm text-soft">{lead}</p>
      {children}
    </section>
  )
}

export default async function AccountPage() {
  const actor = await requireActor()
  const [account, naming] = await Promise.all([ownAccount(actor), namingPolicy(actor)])
  return (
    <>
      <PageHeader
        title="Your account"
        lead={`${actor.name} · ${ROLE_NAMES[actor.role]} · ${account.email}`}
        action={
          <span className="flex flex-wrap gap-2">
            <a href="/newsroom/account/notifications" className="button">
              What you are told, and how
            </a>
            <a href={`/newsroom/staff/${actor.staffId}`} className="button">
              Your profile
            </a>
          </span>
        }
      />
      <div className="grid max-w-4xl items-start gap-4 md:grid-cols-2">
        <Part id="byline" title="Your name in the paper" lead="Readers see the change at once, on every story.">
          <ActionForm action={changeOwnBylineAction} submit="Save">
            <SelectField name="bylineForm" label="How your name appears" defaultValue={account.bylineForm}>
              <BylineChoices name={actor.name} paper={naming.nameForm} />
            </SelectField>
          </ActionForm>
        </Part>
        {account.hasPassword ? (
          <Part id="password" title="Password" lead="A new one signs you out on every other device.">
            <ActionForm action={changePasswordAction} submit="Change password">
              <input type="hidden" name="username" autoComplete="username" value={account.email} />
              <TextField name="current" label="Password now" type="password" autoComplete="current-password" required />
              <TextField name="password" label="New password" type="password" autoComplete="new-password" hint="At least 10 characters. A short sentence works well." required />
            </ActionForm>
          </Part>
        ) : (
          <Part id="password" title="Password" lead="You sign in with Google and have no password. Ask for a reset link to set one." />
        )}
        <Part id="everywhere" title="Sign out everywhere" lead="Ends every session of your account, on this device too. Use it if you left one open somewhere.">
          <ActionForm action={signOutEverywhereAction} submit="Sign out everywhere" tone="button-danger">
            {null}
          </ActionForm>
        </Part>
      </div>
    </>
  )
}

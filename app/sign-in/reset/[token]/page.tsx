import { EntryHeading, LinkOver } from '#components/newsroom/entry-frame.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { TextField } from '#components/ui/fields.client.tsx'
import { linkForPage } from '#server/auth/entry-pages.ts'
import { resetAction } from '../../actions.ts'

export const metadata = { title: 'Choose a new password' }

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const found = await linkForPage('PASSWORD_RESET', token)
  if (found.link === null) return <LinkOver reason={found.reason} />
  return (
    <>
      <EntryHeading title="Choose a new password">This signs you out on every device and in on this one.</EntryHeading>
      <ActionForm action={resetAction} submit="Save password and sign in">
        <input type="hidden" name="token" value={token} />
        <TextField name="password" label="New password" type="password" autoComplete="new-password" hint="At least 10 characters. A short sentence works well." required />
      </ActionForm>
    </>
  )
}

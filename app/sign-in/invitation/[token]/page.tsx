import { EntryHeading, LinkOver } from '#components/newsroom/entry-frame.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { TextField } from '#components/ui/fields.client.tsx'
import { ROLE_NAMES } from '#domain/people.ts'
import { linkForPage, paperName } from '#server/auth/entry-pages.ts'
import { acceptAction } from '../../actions.ts'

export const metadata = { title: 'Join the staff' }

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const found = await linkForPage('INVITATION', token)
  if (found.link === null) return <LinkOver reason={found.reason} />
  const { email, role, position, name } = found.link
  return (
    <>
      <EntryHeading title={`Join ${await paperName()}`}>
        This invitation is for <strong className="break-all text-ink">{email}</strong> as {position}
        {role === null ? '' : ` (${ROLE_NAMES[role]})`}.
      </EntryHeading>
      <ActionForm action={acceptAction} submit="Join the staff">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="username" autoComplete="username" value={email ?? ''} />
        <TextField name="name" label="Your name" autoComplete="name" defaultValue={name ?? ''} hint="As it should stand under your stories. You can shorten or hide it later." required />
        <TextField name="password" label="Password" type="password" autoComplete="new-password" hint="At least 10 characters. A short sentence works well." required />
      </ActionForm>
    </>
  )
}

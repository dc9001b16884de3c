import { connection } from 'next/server'
import { EntryHeading } from '#components/newsroom/entry-frame.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { TextField } from '#components/ui/fields.client.tsx'
import { mailConfigured } from '#server/mail/send.ts'
import { askForLinkAction } from '../actions.ts'

export const metadata = { title: 'Sign in by mail' }

export default async function AskForLinkPage() {
  await connection()
  return (
    <>
      <EntryHeading title="Sign in by mail">
        {mailConfigured() ? 'We mail you a link that signs you in. It works once, for 15 minutes.' : 'This paper cannot send mail. Sign in with your password.'}
      </EntryHeading>
      {mailConfigured() && (
        <ActionForm action={askForLinkAction} submit="Send me a link">
          <TextField name="email" label="E-mail" type="email" autoComplete="username" required />
        </ActionForm>
      )}
      <p className="text-sm">
        <a href="/sign-in" className="text-link inline-block py-1">
          Back to sign-in
        </a>
      </p>
    </>
  )
}

import { connection } from 'next/server'
import { EntryHeading } from '#components/newsroom/entry-frame.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { TextField } from '#components/ui/fields.client.tsx'
import { mailConfigured } from '#server/mail/send.ts'
import { askForResetAction } from '../actions.ts'

export const metadata = { title: 'Forgotten password' }

export default async function ForgotPage() {
  await connection()
  return (
    <>
      <EntryHeading title="Forgotten password">
        {mailConfigured()
          ? 'We mail you a link to choose a new one. It works once, for an hour.'
          : 'This paper cannot send mail. Ask an admin of the paper: they can give you a link to choose a new one.'}
      </EntryHeading>
      {mailConfigured() && (
        <ActionForm action={askForResetAction} submit="Send the link">
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

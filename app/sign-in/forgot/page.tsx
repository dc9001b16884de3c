import { connection } from 'next/server'
import { EntryHeading } from '#components/newsroom/entry-frame.tsx'
import { MailRequest } from '#components/newsroom/mail-request.tsx'
import { mailConfigured } from '#server/mail/mode.ts'
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
      <MailRequest action={askForResetAction} submit="Send the link" canMail={mailConfigured()} />
    </>
  )
}

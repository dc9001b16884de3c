import { connection } from 'next/server'
import { EntryHeading } from '#components/newsroom/entry-frame.tsx'
import { MailRequest } from '#components/newsroom/mail-request.tsx'
import { mailConfigured } from '#server/mail/mode.ts'
import { askForLinkAction } from '../actions.ts'

export const metadata = { title: 'Sign in by mail' }

export default async function AskForLinkPage() {
  await connection()
  return (
    <>
      <EntryHeading title="Sign in by mail">
        {mailConfigured() ? 'We mail you a link that signs you in. It works once, for 15 minutes.' : 'This paper cannot send mail. Sign in with your password.'}
      </EntryHeading>
      <MailRequest action={askForLinkAction} submit="Send me a link" canMail={mailConfigured()} />
    </>
  )
}

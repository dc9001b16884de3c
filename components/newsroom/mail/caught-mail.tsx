import { PageHeader } from '#components/ui/page-header.tsx'
import type { CaughtMail } from '#server/mail/queries.ts'
import { Moment } from '../time.tsx'
import { MAIL_STATE_WORDS } from './mail-words.ts'

function BackToMails() {
  return (
    <a href="/newsroom/settings/mail" className="button">
      All mails
    </a>
  )
}

/** A mail of the catch-all, as its recipient would have read it. */
export function CaughtMailView({ mail, timeZone }: { mail: CaughtMail; timeZone: string }) {
  return (
    <>
      <PageHeader title={mail.subject} action={<BackToMails />} />
      <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <dt className="font-semibold">To</dt>
        <dd className="min-w-0 break-words">{mail.to}</dd>
        <dt className="font-semibold">Written</dt>
        <dd>
          <Moment at={mail.at} timeZone={timeZone} />
        </dd>
        <dt className="font-semibold">State</dt>
        <dd>{MAIL_STATE_WORDS[mail.state]}</dd>
      </dl>
      <section aria-label="Text of the mail" className="panel max-w-3xl font-mono text-sm leading-relaxed break-words whitespace-pre-wrap">
        {mail.text}
      </section>
    </>
  )
}

/** There is no such mail, it is erased, or this paper shows none. */
export function MailNotHere() {
  return (
    <>
      <PageHeader title="Nothing here" lead="There is no such mail, or what it said is erased." action={<BackToMails />} />
    </>
  )
}

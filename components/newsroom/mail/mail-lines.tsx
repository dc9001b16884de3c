import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import type { MailMode } from '#server/mail/mode.ts'
import type { MailLine } from '#server/mail/queries.ts'
import { Moment } from '../time.tsx'
import { MAIL_STATE_WORDS } from './mail-words.ts'

type Props = { lines: readonly MailLine[]; mode: MailMode; timeZone: string; sendAgain: FormAction }

/** Mails, one a line, in the order given. Those of the catch-all can be opened; those that did not go out can be sent again. */
export function MailLines({ lines, mode, timeZone, sendAgain }: Props) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {lines.map((mail) => (
        <li key={mail.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3 text-sm">
          <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
            {mode === 'catch' && mail.subject !== null ? (
              <a href={`/newsroom/settings/mail/${mail.id}`} className="text-link py-1 text-base font-semibold break-words">
                {mail.subject}
              </a>
            ) : (
              <p className="text-base font-semibold">{mail.kind}</p>
            )}
            <p className="break-words">{mail.to === '' ? 'To somebody whose address is erased' : `To ${mail.to}`}</p>
            <p className={mail.mayResend || mail.state === 'FAILED' || mail.state === 'UNKNOWN' ? 'font-semibold text-bad' : 'text-soft'}>
              {MAIL_STATE_WORDS[mail.state]}
              {mail.tries > 1 ? ` after ${mail.tries} tries` : ''}, written <Moment at={mail.at} timeZone={timeZone} />
            </p>
            {mail.failure !== '' && <p className="break-words text-soft">{mail.failure}</p>}
          </div>
          {mail.mayResend && (
            <ActionForm action={sendAgain} submit={mail.state === 'UNKNOWN' ? 'Send again, maybe twice' : 'Send again'} tone="">
              <input type="hidden" name="mailId" value={mail.id} />
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  )
}

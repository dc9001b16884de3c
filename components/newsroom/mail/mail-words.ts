import type { MailMode } from '#server/mail/mode.ts'
import type { MailLine } from '#server/mail/queries.ts'

/** Where a mail stands, in words. */
export const MAIL_STATE_WORDS: Record<MailLine['state'], string> = {
  WAITING: 'Waits to be sent',
  SENDING: 'Being sent',
  SENT: 'Sent',
  FAILED: 'Not sent',
  UNKNOWN: 'May have arrived, or not',
  DROPPED: 'Not sent, not needed any more',
  CAUGHT: 'Caught',
}

/** What becomes of mails in this paper. */
export const MAIL_MODE_WORDS: Record<MailMode, string> = {
  smtp: 'What became of each mail. What it said is not shown, and is erased once it is sent.',
  catch: 'Nothing leaves this computer: what would be mailed is kept here for 7 days, one-time links too. Only a demo paper and development have this page.',
  none: 'This paper sends no mail, because SMTP_URL and MAIL_FROM are not set (docs/deploy.md). People are told in the newsroom alone.',
}

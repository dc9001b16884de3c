import 'server-only'
import { env } from '../env.ts'

/**
 * What becomes of mails. `smtp`: they go out (SMTP_URL and MAIL_FROM are set). `catch`: they are kept for the catch-all under Settings, Mail, and go
 * nowhere; only scripts/start.ts (in development, and with the demo paper of its own database) and the tests ask for that, by
 * FP_MAIL_CATCH_ALL, and every other start takes it away. `none`: the paper sends no mail, and none is written.
 */
export type MailMode = 'smtp' | 'catch' | 'none'

export function mailMode(): MailMode {
  const { SMTP_URL, MAIL_FROM } = env()
  if (SMTP_URL !== undefined && MAIL_FROM !== undefined) return 'smtp'
  return process.env.FP_MAIL_CATCH_ALL === '1' ? 'catch' : 'none'
}

/** Whether a mail that is written gets to somewhere. */
export function mailConfigured(): boolean {
  return mailMode() !== 'none'
}

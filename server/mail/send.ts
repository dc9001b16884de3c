import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { env } from '../env.ts'
import { log } from '../log.ts'

export type Mail = { to: string; subject: string; text: string }

let transport: Transporter | undefined

/** Whether this paper can send mail: SMTP_URL and MAIL_FROM are set. */
export function mailConfigured(): boolean {
  return env().SMTP_URL !== undefined && env().MAIL_FROM !== undefined
}

/**
 * Sends a text mail to one address that `emailSchema` let through. A failure is logged without the address and never
 * thrown: it comes after the answer. Does nothing where mail is not configured.
 */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env()
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return
  transport ??= createTransport({ url: SMTP_URL, disableFileAccess: true, disableUrlAccess: true, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 })
  try {
    await transport.sendMail({
      from: { name: '', address: MAIL_FROM },
      to: { name: '', address: to },
      // eslint-disable-next-line no-control-regex
      subject: subject.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim(),
      text,
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
    log.error({ code }, 'a mail could not be sent')
  }
}

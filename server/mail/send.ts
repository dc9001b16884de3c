import 'server-only'
import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import { env } from '../env.ts'
import type { Letter } from './seal.ts'

/** How long one mail may take, from connecting to the last word of the server; less than the lease of its job (domain/jobs.ts). */
const MOST_MS = 60_000

/**
 * Why a mail did not go out. `certain`: the server does not have it: it said so, or had not been given any of its text. `forGood`: the
 * server refuses this mail, now and later. `refusesAddress`: for good, and because of whom it is for. The message names codes, never an address.
 */
export class MailFailure extends Error {
  readonly certain: boolean
  readonly forGood: boolean
  readonly refusesAddress: boolean
  constructor(message: string, { certain, forGood = false, refusesAddress = false }: { certain: boolean; forGood?: boolean; refusesAddress?: boolean }) {
    super(message)
    this.certain = certain
    this.forGood = forGood
    this.refusesAddress = refusesAddress
  }
}

type Delivery = Letter & {
  /** The same at every try, so that who receives it twice can tell. */
  messageId: string
  /** Called once the server has agreed to take the text and before it gets any of it; what it throws keeps the text back. */
  beforeText: () => Promise<void>
}

/**
 * Hands a mail over to the mail server, to one address that `emailSchema` let through. Resolves when the server said that it has it.
 * Throws a MailFailure, or what `beforeText` threw.
 */
export async function deliver({ to, subject, text, html, leave, messageId, beforeText }: Delivery): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env()
  if (SMTP_URL === undefined || MAIL_FROM === undefined) throw new MailFailure('Mail is not set up.', { certain: true, forGood: true })
  const transport = createTransport({ url: SMTP_URL, disableFileAccess: true, disableUrlAccess: true, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 })
  let givenText = false
  let keptBack: unknown
  transport.use('stream', (mail, next) => {
    const { message } = mail
    const written = message.createReadStream.bind(message)
    // Read by the transport only once the server has answered DATA.
    message.createReadStream = () =>
      Readable.from((async function* text(): AsyncGenerator<Buffer> {
        try {
          await beforeText()
        } catch (error) {
          keptBack = error
          throw error
        }
        givenText = true
        for await (const chunk of written()) yield Buffer.from(chunk)
      })())
    next()
  })
  try {
    await transport.sendMail({
      from: { name: '', address: MAIL_FROM },
      to: { name: '', address: to },
      // eslint-disable-next-line no-control-regex
      subject: subject.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim(),
      text,
      ...(html === undefined ? {} : { html }),
      messageId,
      // No out-of-office answers, please (RFC 3834).
      headers: { 'auto-submitted': 'auto-generated', ...(leave === undefined ? {} : oneClick(leave)) },
      signal: AbortSignal.timeout(MOST_MS),
    })
  } catch (error) {
    throw keptBack ?? failureOf(error, givenText)
  }
}

/** So that a mail program can take its reader off the list by itself (RFC 8058, section 3.1). */
const oneClick = (leave: string) => ({ 'List-Unsubscribe': `<${leave}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })

function failureOf(error: unknown, givenText: boolean): MailFailure {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
  const said = error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null
  const message = said === null ? `The mail server could not be reached, or did not answer (${code}).` : `The mail server answered ${said} (${code}).`
  // A wrong password is the paper's mistake, which can be put right; a refused address or text is this mail's.
  const forGood = said !== null && said >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
  const refusesAddress = forGood && error instanceof Error && 'command' in error && error.command === 'RCPT TO'
  return new MailFailure(message, { certain: said !== null || !givenText, forGood, refusesAddress })
}

import 'server-only'
import { giveUpMail, sendQueued } from '../../mail/handing-over.ts'
import { reopenMail } from '../../mail/reopen.ts'
import type { JobHandler } from '../work-off.ts'

/** A mail that waits to be sent. */
export const mailSend: JobHandler<'mail.send'> = {
  async run({ mailId }, now) {
    await sendQueued(mailId, now)
    return { tags: [] }
  },
  gaveUp: ({ mailId }, now) => giveUpMail(mailId, now),
  again: (tx, { mailId }) => reopenMail(tx, mailId),
}

import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { enqueue } from '../jobs/queue.ts'
import { mailMode } from './mode.ts'
import { reopenMail } from './reopen.ts'

async function adminNow(tx: Tx, asked: Actor): Promise<Actor> {
  const actor = await actorNow(tx, asked)
  const verdict = decide(actor.role, 'handleMail')
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  return actor
}

/** Sends a mail once more that failed, or that may not have arrived: then somebody may get it twice, with the same Message-ID. */
export function sendAgain(asked: Actor, { mailId }: { mailId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await adminNow(tx, asked)
      await reopenMail(tx, mailId)
      await enqueue(tx, 'mail.send', { mailId }, { singletonKey: mailId })
      await recordEvent(tx, { actor, kind: 'mail.sentAgain', subjectId: mailId })
      return { ok: true, tags: [] }
    }),
  )
}

/** Erases all mails of the catch-all. Where mail goes out, there is none, and what is on its way stays. */
export function eraseCaught(asked: Actor): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await adminNow(tx, asked)
      if (mailMode() !== 'catch') throw new Refusal('This paper has no catch-all.')
      const { count } = await tx.outgoingMail.deleteMany({ where: { state: { in: ['CAUGHT', 'DROPPED'] } } })
      if (count === 0) throw new Refusal('There is nothing to erase.')
      await recordEvent(tx, { actor, kind: 'mail.erased', data: { count } })
      return { ok: true, tags: [] }
    }),
  )
}

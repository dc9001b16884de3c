import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { wordsOf } from '#domain/words/words.ts'
import { recordEvent } from '../audit/record.ts'
import { lockAccounts } from '../auth/standing.ts'
import { timeNow } from '../clock.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction } from '../db.ts'
import { queueMail } from '../mail/outgoing.ts'
import { openContact } from './contact.ts'
import { lockLetter } from './lock.ts'

/** Gives a letter or tip to somebody who may handle them, oneself or another; who had it before no longer does. */
export function assignLetter(asked: Actor, { letterId, userId }: { letterId: string; userId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      await lockAccounts(tx, [asked.userId, userId])
      const { actor, letter } = await lockLetter(tx, asked, letterId)
      const user = await tx.user.findUnique({ where: { id: userId }, select: { role: true, deactivatedAt: true } })
      if (user === null || user.deactivatedAt !== null || !decide(user.role, 'handleLetters').allowed) throw new Refusal('Only editors and advisers handle letters and tips.', 'userId')
      await tx.readerLetter.update({ where: { id: letter.id }, data: { state: 'TAKEN', takenById: userId, takenAt: timeNow() }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'letter.assigned', subjectId: letter.id, data: { to: userId } })
      return { ok: true, tags: [] }
    }),
  )
}

/** Closes a letter or tip, as done or as declined with a reason. */
export function closeLetter(asked: Actor, { letterId, state, reason }: { letterId: string; state: 'DONE' | 'DECLINED'; reason: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor, letter } = await lockLetter(tx, asked, letterId)
      await tx.readerLetter.update({ where: { id: letter.id }, data: { state, reason, closedAt: timeNow(), closedById: actor.userId }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'letter.closed', subjectId: letter.id, data: { state } })
      return { ok: true, tags: [] }
    }),
  )
}

/** Mails a reply to whoever wrote, once, in the same transaction. */
export function replyToLetter(asked: Actor, { letterId, reply }: { letterId: string; reply: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor, letter } = await lockLetter(tx, asked, letterId)
      if (letter.repliedAt !== null) throw new Refusal('Somebody replied already. Load the page again to read it.')
      const to = openContact(letter.id, letter.sealedContact)
      if (to === null) throw new Refusal('No address was left, or it is erased.')
      const paper = await tx.paper.findUnique({ where: { id: 1 }, select: { name: true, language: true } })
      const [name, words] = [paper?.name ?? 'Fourth Period', wordsOf(paper?.language ?? 'en').letters]
      const mailId = await queueMail(tx, { kind: 'letterReply', to, subject: words.replySubject(name), text: words.replyText(name, reply) })
      if (mailId === null) throw new Refusal('This paper sends no mail.')
      await tx.readerLetter.update({ where: { id: letter.id }, data: { reply, repliedAt: timeNow() }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'letter.replied', subjectId: letter.id })
      return { ok: true, tags: [] }
    }),
  )
}

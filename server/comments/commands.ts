import 'server-only'
import type { CommentSettingsInput, CommentState } from '#domain/comments/comment.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { wordsOf } from '#domain/words/words.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { timeNow } from '../clock.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { queueMail } from '../mail/outgoing.ts'
import { lockPaperFor } from '../settings/lock.ts'
import { tags } from '../stories/cache.ts'
import { openContact } from './contact.ts'
import { namesIn } from './flags.ts'

type Locked = { id: string; storyId: string; state: CommentState; name: string; text: string; sealedContact: Uint8Array | null }

async function moderatorNow(tx: Tx, asked: Actor): Promise<Actor> {
  const actor = await actorNow(tx, asked)
  const verdict = decide(actor.role, 'moderateComments')
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  return actor
}

/** Policy, then the lock of a comment that stands as it must. */
async function lockComment(tx: Tx, asked: Actor, commentId: string, state: CommentState): Promise<{ actor: Actor; comment: Locked }> {
  const actor = await moderatorNow(tx, asked)
  await tx.$queryRaw`SELECT 1 FROM "ReaderComment" WHERE "id" = ${commentId}::uuid FOR UPDATE`
  const comment = await tx.readerComment.findUnique({ where: { id: commentId }, select: { id: true, storyId: true, state: true, name: true, text: true, sealedContact: true } })
  if (comment === null) throw new Refusal('There is no such comment.')
  if (comment.state !== state) throw new Refusal('Somebody decided on this comment meanwhile. Load the page again to see how it stands.')
  return { actor, comment }
}

const decided = (actor: Actor, state: CommentState, reason = '') => ({ state, reason, decidedById: actor.userId, decidedAt: timeNow() })

/** Lets a comment through: readers see it. One that names somebody of the opt-out list is held, whoever asks. */
export function approveComment(asked: Actor, { commentId }: { commentId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor, comment } = await lockComment(tx, asked, commentId, 'WAITING')
      const [named] = await namesIn(tx, comment)
      if (named !== undefined) throw new Refusal(`A name on the opt-out list is in it (“${named}”): decline it.`)
      await tx.readerComment.update({ where: { id: comment.id }, data: decided(actor, 'APPROVED'), select: { id: true } })
      await recordEvent(tx, { actor, kind: 'comment.approved', storyId: comment.storyId, subjectId: comment.id })
      return { ok: true, tags: [tags.comments(comment.storyId)] }
    }),
  )
}

/** Declines a comment with a reason, which is mailed to whoever left an address. */
export function declineComment(asked: Actor, { commentId, reason }: { commentId: string; reason: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor, comment } = await lockComment(tx, asked, commentId, 'WAITING')
      await tx.readerComment.update({ where: { id: comment.id }, data: decided(actor, 'DECLINED', reason), select: { id: true } })
      await recordEvent(tx, { actor, kind: 'comment.declined', storyId: comment.storyId, subjectId: comment.id })
      const to = openContact(comment.id, comment.sealedContact)
      if (to !== null) {
        const paper = await tx.paper.findUnique({ where: { id: 1 }, select: { name: true, language: true } })
        const [name, words] = [paper?.name ?? 'Fourth Period', wordsOf(paper?.language ?? 'en').comments]
        await queueMail(tx, { kind: 'commentDeclined', to, subject: words.declinedSubject(name), text: words.declinedText(name, reason) })
      }
      return { ok: true, tags: [] }
    }),
  )
}

/** Takes a comment off that readers see, with a reason. */
export function removeComment(asked: Actor, { commentId, reason }: { commentId: string; reason: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor, comment } = await lockComment(tx, asked, commentId, 'APPROVED')
      await tx.readerComment.update({ where: { id: comment.id }, data: decided(actor, 'REMOVED', reason), select: { id: true } })
      await recordEvent(tx, { actor, kind: 'comment.removed', storyId: comment.storyId, subjectId: comment.id })
      return { ok: true, tags: [tags.comments(comment.storyId)] }
    }),
  )
}

/** Closes the comments of one story, or opens them again; those that stand there stay. */
export function closeComments(asked: Actor, { storyId }: { storyId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await moderatorNow(tx, asked)
      if ((await tx.story.count({ where: { id: storyId } })) === 0) throw new Refusal('There is no such story.')
      const { count } = await tx.commentsClosed.createMany({ data: [{ storyId, byId: actor.userId, at: timeNow() }], skipDuplicates: true })
      if (count > 0) await recordEvent(tx, { actor, kind: 'comment.closed', storyId })
      return { ok: true, tags: [tags.comments(storyId)] }
    }),
  )
}

/** The same, the other way. */
export function openComments(asked: Actor, { storyId }: { storyId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await moderatorNow(tx, asked)
      const { count } = await tx.commentsClosed.deleteMany({ where: { storyId } })
      if (count > 0) await recordEvent(tx, { actor, kind: 'comment.opened', storyId })
      return { ok: true, tags: [tags.comments(storyId)] }
    }),
  )
}

/** Switches comments on or off for the whole paper, and says which words are pointed out. */
export function changeCommentSettings(asked: Actor, { open, blockedWords }: CommentSettingsInput): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await lockPaperFor(tx, asked)
      await tx.commentSettings.upsert({ where: { id: 1 }, create: { id: 1, open, blockedWords }, update: { open, blockedWords }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'comment.settingsChanged' })
      return { ok: true, tags: [tags.paper()] }
    }),
  )
}

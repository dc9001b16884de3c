import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decideOverrule } from '#domain/policy.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { notify } from '../notifications/notify.ts'
import { lockFor } from '../stories/lock.ts'

/** More than this is no discussion any more; the record stays open for the answers. */
const MOST_OBJECTIONS = 20

async function requirement(tx: Tx, reviewId: string): Promise<{ storyId: string; revisionId: string; byId: string }> {
  const review = await tx.review.findUnique({ where: { id: reviewId }, select: { storyId: true, revisionId: true, byId: true, request: true } })
  if (review === null) throw new Refusal('There is no such decision.')
  if (review.request !== 'REQUIRED') throw new Refusal('This was a suggestion: nothing has to be changed, so there is nothing to object to.')
  return review
}

/** An author puts on record that they disagree with a required change. It stays there, whatever is decided. */
export function objectTo(actor: Actor, { reviewId, body }: { reviewId: string; body: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { storyId, revisionId, byId } = await requirement(tx, reviewId)
      await lockFor(tx, actor, 'object', storyId)
      if (byId === actor.userId) throw new Refusal('This is your own decision. Change it instead.')
      if ((await tx.objection.count({ where: { reviewId } })) >= MOST_OBJECTIONS) throw new Refusal('There are many objections on record already. Wait for an answer.')
      const { id } = await tx.objection.create({ data: { reviewId, byId: actor.userId, body }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'objection.made', storyId, revisionId, subjectId: id })
      await notify(tx, { kind: 'objection.made', to: [byId], byId: actor.userId, storyId, subjectId: id })
      return { ok: true, tags: [] }
    }),
  )
}

type Answer = { objectionId: string; lift: boolean; answer: string }

/** Whoever may decide answers an objection: the requirement stands, with a reason, or it is lifted and its note settled. */
export function answerObjection(actor: Actor, { objectionId, lift, answer }: Answer): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const objection = await tx.objection.findUnique({ where: { id: objectionId }, select: { reviewId: true, byId: true } })
      if (objection === null) throw new Refusal('There is no such objection.')
      const { storyId, revisionId, byId } = await requirement(tx, objection.reviewId)
      await lockFor(tx, actor, 'answerObjection', storyId)
      await mayOverrule(tx, actor, byId)
      const now = new Date()
      const { count } = await tx.objection.updateMany({
        where: { id: objectionId, answeredAt: null },
        data: { answeredAt: now, answeredById: actor.userId, lifted: lift, answer },
      })
      if (count === 0) throw new Refusal('This objection was answered already.')
      if (lift) await tx.note.updateMany({ where: { reviewId: objection.reviewId, resolvedAt: null }, data: { resolvedAt: now, resolvedById: actor.userId } })
      await recordEvent(tx, { actor, kind: 'objection.answered', storyId, revisionId, subjectId: objectionId, data: { lifted: lift } })
      await notify(tx, { kind: 'objection.answered', to: [objection.byId], byId: actor.userId, storyId, subjectId: objectionId })
      return { ok: true, tags: [] }
    }),
  )
}

async function mayOverrule(tx: Tx, asked: Actor, requiredById: string): Promise<void> {
  const actor = await actorNow(tx, asked)
  const { role: requiredBy } = await tx.user.findUniqueOrThrow({ where: { id: requiredById }, select: { role: true } })
  const verdict = decideOverrule(actor.role, { requiredBy, isOwn: requiredById === actor.userId })
  if (!verdict.allowed) throw new Refusal(verdict.reason)
}

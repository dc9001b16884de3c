import 'server-only'
import type { Actor } from '#domain/people.ts'
import { noteKind, OUTCOME_WORDS, type RequestDecision } from '#domain/takedown-policy.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { publishNewCorrection } from '../corrections/publish.ts'
import { inTransaction, type Tx } from '../db.ts'
import { requestReplyMail } from '../mail/messages.ts'
import { queueMail } from '../mail/outgoing.ts'
import { tellVoters } from '../notifications/of-decisions.ts'
import { changeBylineIn } from '../staff/byline.ts'
import { lockPeople, type LockedUser } from '../staff/lock.ts'
import { allowOn, refuseFormerAuthor, type StoryStanding } from '../stories/lock.ts'
import { withdrawIn } from '../stories/moves.ts'
import { lockRequest, type OpenRequest } from './lock.ts'
import { askForNameRemoval } from './name-removal.ts'
import { hideFromSearchIn } from './search-listing.ts'

/**
 * An adviser decides on a reader's request: what the outcome does to the story, the decision and its audit events are one
 * transaction, and so is the mail with the reply. `mailed` false: nobody left an address, or this paper sends no mail.
 */
export function decideRequest(actor: Actor, input: RequestDecision): Promise<CommandResult<{ mailed: boolean }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      // Before the story's lock, as every command that changes people takes it.
      const people = input.outcome === 'NAME' && input.staffId !== '' ? await lockPeople(tx, actor, null) : null
      const { story, request } = await lockRequest(tx, actor, OUTCOME_WORDS[input.outcome].needs, input.requestId)
      await allowOn(tx, actor, 'decideRequest', story)
      if (story.liveRevisionId !== input.revisionId) throw new Refusal('What readers see changed meanwhile, so nothing was decided. Look at it first.')
      if (request.email !== null && input.reply === '') throw new Refusal('Write a reply: somebody waits for it.', 'reply')
      const tags = await takeEffect(tx, actor, people?.actor ?? null, story, input)
      const { outcome: decided, reason, reply } = input
      await tx.readerRequest.update({ where: { id: request.id }, data: { decidedAt: new Date(), decidedById: actor.userId, outcome: decided, reason, reply }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'request.decided', storyId: story.id, subjectId: request.id, data: { outcome: decided } })
      await tellVoters(tx, actor.userId, story.id, request.id)
      return { ok: true, tags, mailed: await mailReply(tx, request, reply) }
    }),
  )
}

async function mailReply(tx: Tx, { email, reference }: OpenRequest, reply: string): Promise<boolean> {
  if (email === null) return false
  const paper = await tx.paper.findUnique({ where: { id: 1 }, select: { name: true } })
  return (await queueMail(tx, { kind: 'requestReply', to: email, ...requestReplyMail({ paper: paper?.name ?? 'Fourth Period', reference, reply }) })) !== null
}

async function takeEffect(tx: Tx, actor: Actor, acting: LockedUser | null, story: StoryStanding, input: RequestDecision): Promise<string[]> {
  const { outcome: decided, revisionId, reason } = input
  if (decided === 'KEEP') {
    await refuseFormerAuthor(tx, actor, story.id)
    return []
  }
  if (revisionId === null) throw new Refusal('Readers do not see this story any more: all that is left is to close the request.', 'outcome')
  switch (decided) {
    case 'CORRECT':
    case 'UPDATE':
      return (await publishNewCorrection(tx, actor, story, revisionId, { kind: noteKind(decided) ?? 'CORRECTION', text: input.note })).tags
    case 'NAME':
      if (acting !== null) return shortenByline(tx, actor, acting, story, input)
      await askForNameRemoval(tx, actor, story, input.nameNote)
      return []
    case 'HIDE':
      return hideFromSearchIn(tx, actor, story.id)
    case 'WITHDRAW':
      return withdrawIn(tx, actor, { storyId: story.id, revisionId, reason, statement: input.statement })
  }
}

async function shortenByline(tx: Tx, actor: Actor, acting: LockedUser, story: StoryStanding, { staffId, bylineForm }: RequestDecision): Promise<string[]> {
  if (!story.liveRevision?.bylines.some((byline) => byline.staffId === staffId)) throw new Refusal('This person does not sign the story that readers see.', 'staffId')
  return changeBylineIn(tx, actor, acting, { staffId, bylineForm })
}

import 'server-only'
import { isAdviser } from '#domain/people.ts'
import type { Tx } from '../db.ts'
import { reviewRules } from '../stories/lock.ts'
import { notify } from './notify.ts'
import { everybody, ids, sparingAdmins, whoMay, whoMayOn } from './recipients.ts'

/** Whom the paper named for what was held too long, of those who may; all of them where it named nobody, or somebody who may not, such as an author. */
async function named(tx: Tx, userIds: readonly string[]): Promise<readonly string[]> {
  const paper = await tx.paper.findUnique({ where: { id: 1 }, select: { escalation: true, escalatePersonId: true } })
  const person = paper?.escalation === 'PERSON' ? userIds.filter((userId) => userId === paper.escalatePersonId) : []
  return person.length > 0 ? person : userIds
}

/** The time of a hold is over: told to whom the review policy names. */
export async function tellOfHold(tx: Tx, storyId: string): Promise<void> {
  const { policy, escalation } = await reviewRules(tx)
  const may = await whoMayOn(tx, 'approve', storyId)
  const editors = may.filter(({ role }) => !isAdviser(role))
  // Where editors may decide now, it is theirs to.
  const to = editors.length > 0 && (policy !== 'ADVISER_APPROVES' || escalation === 'EDITORS') ? ids(editors) : await named(tx, ids(may))
  await notify(tx, { kind: 'review.holdOver', to, byId: null, storyId })
}

/** The adviser who was only asked has read it: the editors need not wait any longer. */
export async function tellHeardEditors(tx: Tx, byId: string, storyId: string): Promise<void> {
  if ((await reviewRules(tx)).policy !== 'ADVISER_CONSULTS') return
  const editors = (await whoMayOn(tx, 'approve', storyId)).filter(({ role }) => !isAdviser(role))
  await notify(tx, { kind: 'story.review', to: ids(editors), byId, storyId })
}

/** An objection was not answered in time: it goes on as a hold does. */
export async function tellOfLateObjection(tx: Tx, storyId: string, objectionId: string): Promise<void> {
  const advisers = (await everybody(tx)).filter(({ role }) => isAdviser(role))
  await notify(tx, { kind: 'objection.escalated', to: await named(tx, ids(advisers)), byId: null, storyId, subjectId: objectionId })
}

/** A reader asks for something: told to all who vote and decide. */
export async function tellOfRequest(tx: Tx, storyId: string, requestId: string): Promise<void> {
  await notify(tx, { kind: 'request.received', to: ids(sparingAdmins(await whoMay(tx, 'handleRequests'))), byId: null, storyId, subjectId: requestId })
}

/** A request is decided: told to those who voted. */
export async function tellVoters(tx: Tx, byId: string, storyId: string, requestId: string): Promise<void> {
  const votes = await tx.requestVote.findMany({ where: { requestId }, select: { userId: true } })
  await notify(tx, { kind: 'request.decided', to: votes.map(({ userId }) => userId), byId, storyId, subjectId: requestId })
}

import 'server-only'
import type { NotificationKind } from '#domain/notifications/kinds.ts'
import type { Decision } from '#domain/workflow.ts'
import type { Tx } from '../db.ts'
import type { StoryStanding } from '../stories/lock.ts'
import { notify } from './notify.ts'
import { authorsOf, editorsOf, ids, nearest, sparingAdmins, whoMayOn } from './recipients.ts'

/** Who hears of what happens to a story. The caller holds its lock and has written what happened. */

type Step = { byId: string | null; story: StoryStanding; also?: readonly string[] }

/** A story waits for whoever has the last word. */
export async function tellReviewers(tx: Tx, { byId, storyId }: { byId: string | null; storyId: string }): Promise<void> {
  await notify(tx, { kind: 'story.review', to: ids(sparingAdmins(await whoMayOn(tx, 'approve', storyId))), byId, storyId })
}

/** Those whose story it is, and those besides whom it concerns. */
export async function tellAuthors(tx: Tx, kind: NotificationKind, { byId, story, also = [] }: Step, subjectId?: string): Promise<void> {
  await notify(tx, { kind, to: [...(await authorsOf(tx, story)), ...also], byId, storyId: story.id, ...(subjectId === undefined ? {} : { subjectId }) })
}

async function tellEditors(tx: Tx, { byId, story }: Step): Promise<void> {
  const assigned = await editorsOf(tx, story.id)
  const to = assigned.length > 0 ? assigned : ids(nearest(await whoMayOn(tx, 'sendOn', story.id)))
  await notify(tx, { kind: 'story.handedIn', to, byId, storyId: story.id })
}

/** What a move of a story means to others. Whoever sends back or asks for a withdrawal says more, and tells it themselves. */
export async function tellOfStep(tx: Tx, name: Decision, step: Step): Promise<void> {
  switch (name) {
    case 'submit':
      return tellEditors(tx, step)
    case 'sendOn':
      return tellReviewers(tx, { byId: step.byId, storyId: step.story.id })
    case 'approve':
      return tellAuthors(tx, 'story.approved', { ...step, also: await editorsOf(tx, step.story.id) })
    case 'publish':
      return tellAuthors(tx, 'story.published', step)
    case 'withdraw':
      return tellAuthors(tx, 'story.withdrawn', step)
    case 'sendBack':
    case 'askWithdrawal':
  }
}

/** An editor asks for a withdrawal. */
export async function tellOfAskedWithdrawal(tx: Tx, byId: string, storyId: string): Promise<void> {
  await notify(tx, { kind: 'story.withdrawalAsked', to: ids(sparingAdmins(await whoMayOn(tx, 'withdraw', storyId))), byId, storyId })
}

/** What was planned for a story could not be done: its planner and those who can decide it anew. */
export async function tellOfFailedPlan(tx: Tx, plan: { storyId: string; kind: 'PUBLISH' | 'UNPUBLISH'; createdById: string }): Promise<void> {
  const may = nearest(await whoMayOn(tx, plan.kind === 'PUBLISH' ? 'publish' : 'withdraw', plan.storyId))
  await notify(tx, { kind: 'schedule.failed', to: [plan.createdById, ...(await editorsOf(tx, plan.storyId)), ...ids(may)], byId: null, storyId: plan.storyId })
}

import 'server-only'
import type { Actor } from '#domain/people.ts'
import { MOST_OF_A_PART, offerProblem, partProblem, type AssignmentInput, type Offer, type Part } from '#domain/planning/assignments.ts'
import { mayExtend } from '#domain/workflow.ts'
import { recordEvent } from '../audit/record.ts'
import { lockAccounts } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { notify } from '../notifications/notify.ts'
import { editorsOf } from '../notifications/recipients.ts'
import { bylineOf } from '../stories/commands.ts'
import { lockFor, type StoryStanding } from '../stories/lock.ts'
import { changeDraftIn } from '../stories/save.ts'
import { findSharedDraft } from '../stories/shared-draft.ts'

/** Writes that somebody has a part of a story from now on, and tells them; the story is locked or new. Doing it twice changes nothing. `tell` false: they hear of it otherwise. */
export async function beginAssignment(tx: Tx, actor: Actor, { storyId, userId, part }: AssignmentInput, { tell = true }: { tell?: boolean } = {}): Promise<void> {
  const before = await tx.assignment.findUnique({ where: { storyId_userId_part: { storyId, userId, part } }, select: { endedAt: true } })
  if (before !== null && before.endedAt === null) return
  if ((await tx.assignment.count({ where: { storyId, part, endedAt: null } })) >= MOST_OF_A_PART) throw new Refusal(`A story can have ${MOST_OF_A_PART} people for one part. Take somebody off first.`, 'userId')
  const key = { storyId, userId, part }
  if (before === null) await tx.assignment.create({ data: { ...key, assignedById: actor.userId }, select: { storyId: true } })
  else await tx.assignment.update({ where: { storyId_userId_part: key }, data: { endedAt: null, createdAt: new Date(), assignedById: actor.userId }, select: { storyId: true } })
  const kind = userId === actor.userId ? 'assignment.taken' : 'assignment.made'
  await recordEvent(tx, { actor, kind, storyId, subjectId: userId, data: { part } })
  if (tell) await notify(tx, { kind: 'assignment.made', to: [userId], byId: actor.userId, storyId })
}

/** Somebody who can be given this part: with an account that is in use. The caller has locked their account (`lockAccounts`). */
export async function personFor(tx: Tx, userId: string, part: Part, field = 'userId'): Promise<{ userId: string; staffId: string; name: string }> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { role: true, deactivatedAt: true, staffId: true, staff: { select: { name: true } } } })
  if (user === null || user.deactivatedAt !== null) throw new Refusal('This person has no account any more. Choose somebody else.', field)
  const problem = partProblem(part, user.role)
  if (problem !== null) throw new Refusal(problem, field)
  return { userId, staffId: user.staffId, name: user.staff.name }
}

/** Gives somebody a part of a story. A writer may write it from then on, and their byline is proposed while it is being written. */
export function assign(actor: Actor, input: AssignmentInput): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      await lockAccounts(tx, [actor.userId, input.userId])
      const person = await personFor(tx, input.userId, input.part)
      const story = await lockFor(tx, actor, 'assign', input.storyId)
      await beginAssignment(tx, actor, input)
      if (input.part === 'WRITER') await proposeByline(tx, actor, story, person)
      return { ok: true, tags: [] }
    }),
  )
}

/** Takes somebody off a story. A byline that they have stays until somebody takes it out: it is part of the text. */
export function unassign(actor: Actor, { storyId, userId, part }: AssignmentInput): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      await lockFor(tx, actor, 'assign', storyId)
      const { count } = await tx.assignment.updateMany({ where: { storyId, userId, part, endedAt: null }, data: { endedAt: new Date() } })
      if (count > 0) {
        await recordEvent(tx, { actor, kind: 'assignment.ended', storyId, subjectId: userId, data: { part } })
        await notify(tx, { kind: 'assignment.ended', to: [userId], byId: actor.userId, storyId })
      }
      return { ok: true, tags: [] }
    }),
  )
}

/** Takes a part of a story oneself, where nobody has it. */
export function volunteer(actor: Actor, { storyId, part }: { storyId: string; part: Offer['part'] }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const story = await lockFor(tx, actor, 'volunteer', storyId)
      const assigned = await tx.assignment.findMany({ where: { storyId, endedAt: null }, select: { part: true } })
      const problem = offerProblem({ part, assigned, commissioned: story.commissioned, signed: story.workingRevision?.bylines.length ?? 0 })
      if (problem !== null) throw new Refusal(problem)
      await beginAssignment(tx, actor, { storyId, userId: actor.userId, part })
      if (part === 'WRITER') await proposeByline(tx, actor, story, actor)
      await notify(tx, { kind: 'assignment.taken', to: [story.createdById, ...(await editorsOf(tx, storyId))], byId: actor.userId, storyId })
      return { ok: true, tags: [] }
    }),
  )
}

/**
 * Adds the byline of a new writer to the working copy, which open editors take up. Not once the story is in review, where it would undo
 * decisions, nor where the text cannot be stored as it stands: then they sign it themselves.
 */
async function proposeByline(tx: Tx, actor: Actor, story: StoryStanding, { staffId }: { staffId: string }): Promise<void> {
  if (!mayExtend(story.state)) return
  if ((await findSharedDraft(tx, story.id))?.problem != null) return
  const byline = await bylineOf(tx, { staffId })
  await changeDraftIn(tx, actor, story.id, (content) =>
    content.bylines.some((one) => one.staffId === staffId) || content.bylines.length >= 10 ? content : { ...content, bylines: [...content.bylines, byline] },
  ).catch((refused: unknown) => {
    // A writer who takes a story that the editors have cannot edit it yet; they sign it when they can.
    if (!(refused instanceof Refusal)) throw refused
  })
}

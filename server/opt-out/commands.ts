import 'server-only'
import type { OptOutInput } from '#domain/opt-out-entry.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { tags } from '../stories/cache.ts'
import { lockFor } from '../stories/lock.ts'

/** Audit events of the list name entries by their ids alone: a list of those who must not be named is itself not told around. */

const MOST = 2_000
const GONE = 'This person is not on the list any more.'

/** One at a time, so that nobody stands on the list twice. */
async function lockList(tx: Tx, asked: Actor): Promise<Actor> {
  const actor = await actorNow(tx, asked)
  const verdict = decide(actor.role, 'keepOptOutList')
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('fourth-period.opt-out'))) AS locked`
  return actor
}

async function refuseTwin(tx: Tx, name: string, besides: string | null): Promise<void> {
  const twin = await tx.optOut.findFirst({ where: { name: { equals: name, mode: 'insensitive' } }, select: { id: true } })
  if (twin !== null && twin.id !== besides) throw new Refusal('This name is on the list already.', 'name')
}

const columns = ({ name, otherNames, reason }: OptOutInput) => ({ name, otherNames: otherNames.join('\n'), reason })

/** Puts somebody on the list: from now on no story that names them can be approved or published. */
export function addOptOut(actor: Actor, input: OptOutInput): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockList(tx, actor)
      await refuseTwin(tx, input.name, null)
      if ((await tx.optOut.count()) >= MOST) throw new Refusal(`The list holds ${MOST} people, which is the most.`)
      const { id } = await tx.optOut.create({ data: { ...columns(input), addedById: acting.userId }, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: 'optOut.added', subjectId: id })
      return { ok: true, tags: [tags.sports(), tags.polls()] }
    }),
  )
}

/** Changes the names or the reason of somebody on the list. */
export function changeOptOut(actor: Actor, { optOutId, ...input }: OptOutInput & { optOutId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockList(tx, actor)
      const before = await tx.optOut.findUnique({ where: { id: optOutId }, select: { name: true, otherNames: true, reason: true } })
      if (before === null) throw new Refusal(GONE)
      await refuseTwin(tx, input.name, optOutId)
      const after = columns(input)
      const changed = (['name', 'otherNames', 'reason'] as const).filter((field) => before[field] !== after[field])
      if (changed.length === 0) return { ok: true, tags: [] }
      await tx.optOut.update({ where: { id: optOutId }, data: after, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: 'optOut.changed', subjectId: optOutId, data: { changed } })
      return { ok: true, tags: [tags.sports(), tags.polls()] }
    }),
  )
}

/** Takes somebody off the list. */
export function removeOptOut(actor: Actor, { optOutId }: { optOutId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockList(tx, actor)
      const { count } = await tx.optOut.deleteMany({ where: { id: optOutId } })
      if (count === 0) throw new Refusal(GONE)
      await recordEvent(tx, { actor: acting, kind: 'optOut.removed', subjectId: optOutId })
      return { ok: true, tags: [tags.sports(), tags.polls()] }
    }),
  )
}

/** Takes back that a story may name somebody of the list: from now on it is held up again. What readers see already stays. */
export function endAllowance(actor: Actor, { storyId, optOutId }: { storyId: string; optOutId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      await lockFor(tx, actor, 'allowNamed', storyId)
      const { count } = await tx.optOutAllowance.deleteMany({ where: { storyId, optOutId } })
      if (count === 0) throw new Refusal('This was taken back already.')
      await recordEvent(tx, { actor, kind: 'optOut.allowanceEnded', storyId, data: { optOutId } })
      return { ok: true, tags: [] }
    }),
  )
}

/** An adviser who did not write the story lets it name somebody of the list. The reason stays on record. */
export function allowNamed(actor: Actor, { storyId, optOutId, reason }: { storyId: string; optOutId: string; reason: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      await lockFor(tx, actor, 'allowNamed', storyId)
      if ((await tx.optOut.count({ where: { id: optOutId } })) === 0) throw new Refusal(GONE)
      if ((await tx.optOutAllowance.count({ where: { storyId, optOutId } })) > 0) throw new Refusal('This was allowed already.')
      const { id } = await tx.optOutAllowance.create({ data: { storyId, optOutId, reason, byId: actor.userId }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'optOut.allowed', storyId, subjectId: id, data: { optOutId } })
      return { ok: true, tags: [] }
    }),
  )
}

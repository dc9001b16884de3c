import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decideOnStaff } from '#domain/policy.ts'
import { canUndo, yearRecordSchema, type YearRecord } from '#domain/year-end.ts'
import { recordEvent } from '../audit/record.ts'
import { revokeLinks } from '../auth/one-time-links.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import type { Tx } from '../db.ts'
import { handOver } from '../ownership/hand-over.ts'
import type { LockedUser } from '../staff/lock.ts'
import { tags } from '../stories/cache.ts'
import { heldIn, hold, sameHeld } from './memberships.ts'
import { inLongTransaction, lockEverybody } from './move-on.ts'

/** What was not taken back, since it changed meanwhile: a sentence each. */
type Kept = string[]
type Work = { tx: Tx; actor: Actor; acting: LockedUser; record: YearRecord }

/**
 * Takes a year's end back within the hour: roles, positions, sign-ins and owners of stories are what they were. What somebody has changed since
 * stays, and is listed. Sessions that ended stay ended: whoever was signed out signs in again.
 */
export function undoYearEnd(actor: Actor, { yearEndId }: { yearEndId: string }, now: Date): Promise<CommandResult<{ kept: Kept }>> {
  return outcome(() =>
    inLongTransaction(async (tx) => {
      const acting = await lockEverybody(tx, actor)
      const row = await tx.yearEnd.findUnique({ where: { id: yearEndId }, select: { toYear: true, at: true, undoneAt: true, record: true } })
      if (row === null) throw new Refusal('There is no such move to a new year.')
      if (row.undoneAt !== null) throw new Refusal('This was undone already.')
      if (!canUndo(row.at, now)) throw new Refusal('More than an hour has passed. Change people on the staff page, one by one.')
      const record = yearRecordSchema.parse(row.record)
      const work = { tx, actor, acting, record }
      const kept = [...(await accountsBack(work)), ...(await membershipsBack(work, row.toYear)), ...(await storiesBack(work)), ...(await invitationBack(work))]
      await escalationBack(work)
      if ((await tx.user.count({ where: { role: 'ADMIN', deactivatedAt: null } })) === 0) throw new Refusal('The paper needs at least one active admin.')
      await tx.yearEnd.update({ where: { id: yearEndId }, data: { undoneAt: now, undoneById: actor.userId }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'staff.moveUndone', subjectId: yearEndId, data: { toYear: row.toYear, kept: kept.length } })
      return { ok: true, tags: [tags.mastheads(), ...record.accounts.map(({ staffId }) => tags.author(staffId))], kept }
    }),
  )
}

async function accountsBack({ tx, actor, acting, record }: Work): Promise<Kept> {
  const kept: Kept = []
  for (const { userId, staffId, name, fate, before, after, classOf } of record.accounts) {
    const verdict = decideOnStaff(acting.role, 'manageAccount', { isSelf: userId === acting.id, targetRole: before, newRole: after })
    if (!verdict.allowed) throw new Refusal(`${name}: ${verdict.reason}`)
    const now = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { role: true, deactivatedAt: true } })
    const asLeft = fate === 'STAYS' ? now.deactivatedAt === null : now.deactivatedAt?.toISOString() === record.wentAt
    if (!asLeft || now.role !== after) {
      kept.push(`The account of ${name} was changed meanwhile and stays as it is now.`)
      continue
    }
    await tx.user.update({ where: { id: userId }, data: { role: before, deactivatedAt: null, sessionVersion: { increment: 1 } }, select: { id: true } })
    if (fate === 'GRADUATES') await tx.staffMember.update({ where: { id: staffId }, data: { classOf }, select: { id: true } })
    if (fate === 'STAYS') await recordEvent(tx, { actor, kind: 'staff.roleChanged', subjectId: userId, data: { from: after, to: before, why: 'undone' } })
    else await recordEvent(tx, { actor, kind: 'staff.reactivated', subjectId: userId, data: { why: 'undone' } })
  }
  return kept
}

async function membershipsBack({ tx, record }: Work, toYear: string): Promise<Kept> {
  const held = await heldIn(tx, toYear, record.memberships.map(({ staffId }) => staffId))
  const asLeft = record.memberships.filter(({ staffId, after }) => sameHeld(held.get(staffId) ?? null, after))
  await hold(tx, toYear, asLeft.map(({ staffId, before }) => ({ staffId, held: before })))
  const others = record.memberships.filter((one) => !asLeft.includes(one)).map(({ staffId }) => staffId)
  const names = await tx.staffMember.findMany({ where: { id: { in: others } }, orderBy: { name: 'asc' }, select: { name: true } })
  return names.map(({ name }) => `The position of ${name} was changed meanwhile and stays as it is now.`)
}

async function storiesBack({ tx, actor, record }: Work): Promise<Kept> {
  const ids = record.stories.map(({ storyId }) => storyId).sort()
  await tx.$queryRaw`SELECT 1 FROM "Story" WHERE "id" = ANY (${ids}::uuid[]) ORDER BY "id" FOR UPDATE`
  const stories = await tx.story.findMany({ where: { id: { in: ids } }, select: { id: true, ownerId: true, version: true, state: true, workingRevision: { select: { headline: true } } } })
  const kept: Kept = []
  for (const { storyId, ownerBefore, ownerAfter, version, state } of record.stories) {
    const story = stories.find(({ id }) => id === storyId)
    if (story === undefined) continue
    const asLeft = story.ownerId === ownerAfter && story.version === version && String(story.state) === state
    if (asLeft) await handOver(tx, actor, { storyId, fromId: ownerAfter, toId: ownerBefore, why: 'undone' })
    else kept.push(`“${story.workingRevision?.headline || 'Story without a headline'}” has moved on meanwhile and stays with its new owner.`)
  }
  return kept
}

async function invitationBack({ tx, record: { invitationId } }: Work): Promise<Kept> {
  if (invitationId === null || (await revokeLinks(tx, { id: invitationId, kind: 'INVITATION' })) > 0) return []
  const link = await tx.oneTimeLink.findUnique({ where: { id: invitationId }, select: { usedAt: true } })
  return link !== null && link.usedAt !== null ? ['The new adviser has joined meanwhile and stays.'] : []
}

async function escalationBack({ tx, record: { escalationOf } }: Work): Promise<void> {
  if (escalationOf === null) return
  await tx.paper.updateMany({ where: { id: 1, escalatePersonId: null, escalation: 'ADVISERS' }, data: { escalatePersonId: escalationOf, escalation: 'PERSON' } })
}

import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide, decideOnStaff } from '#domain/policy.ts'
import { classBefore } from '#domain/school-year.ts'
import type { YearEndInput, YearRecord } from '#domain/year-end.ts'
import { recordEvent } from '../audit/record.ts'
import { isAllowedDomain } from '../auth/email-domains.ts'
import { revokeLinks } from '../auth/one-time-links.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { db, type Tx } from '../db.ts'
import { handOver } from '../ownership/hand-over.ts'
import { revokeHandedOut } from '../staff/commands.ts'
import { makeInvitation } from '../staff/invitations.ts'
import { lockPeople, type LockedUser } from '../staff/lock.ts'
import { tags } from '../stories/cache.ts'
import { heldIn, hold } from './memberships.ts'
import { checkedPlan, storiesOfLeaving } from './plan.ts'
import type { StaffToMove } from './staff.ts'

type Choice = YearEndInput['people'][number] & StaffToMove
type Work = { tx: Tx; actor: Actor; input: YearEndInput; now: Date }

/**
 * Moves the whole staff to a school year: roles, positions, ends of sign-ins, stories to their next owners and the invitation of a new adviser, all or
 * nothing. What it was before is kept, to be taken back within the hour. Nothing that anybody wrote or signed changes. `mailed`: the new adviser's link was.
 */
export function moveStaffOn(actor: Actor, input: YearEndInput, now: Date): Promise<CommandResult<{ yearEndId: string; adviserUrl: string | null; mailed: boolean }>> {
  return outcome(() =>
    inLongTransaction(async (tx) => {
      const acting = await lockEverybody(tx, actor)
      const { staff } = await checkedPlan(tx, { userId: actor.userId, role: acting.role }, input, now)
      const choices = input.people.flatMap((choice) => staff.filter(({ userId }) => userId === choice.userId).map((person): Choice => ({ ...person, ...choice })))
      const before = new Map(staff.map(({ userId, role }) => [userId, role]))
      const work = { tx, actor, input, now }
      const stories = await handStoriesOver(work)
      const invited = await inviteAdviser(work, acting)
      const record: YearRecord = {
        wentAt: now.toISOString(),
        accounts: choices.flatMap(({ userId, staffId, name, fate, role, classOf }) => {
          const was = before.get(userId) ?? role
          return fate === 'STAYS' && was === role ? [] : [{ userId, staffId, name, fate, before: was, after: fate === 'STAYS' ? role : was, classOf }]
        }),
        memberships: await moveMemberships(work, choices),
        stories,
        invitationId: invited?.id ?? null,
        escalationOf: await freeEscalation(tx, choices),
      }
      for (const account of record.accounts) await moveAccount(work, account)
      const { id } = await tx.yearEnd.create({ data: { toYear: input.toYear, byId: actor.userId, at: now, record }, select: { id: true } })
      const went = record.accounts.filter(({ fate }) => fate !== 'STAYS')
      await recordEvent(tx, { actor, kind: 'staff.movedOn', subjectId: id, data: { toYear: input.toYear, people: choices.length, gone: went.length, stories: stories.length } })
      return { ok: true, tags: [tags.mastheads(), ...went.map(({ staffId }) => tags.author(staffId))], yearEndId: id, adviserUrl: invited?.url ?? null, mailed: invited?.mailed ?? false }
    }),
  )
}

/** A large staff takes some seconds: longer than other commands may. */
export function inLongTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(work, { maxWait: 5_000, timeout: 60_000 })
}

/** Locks every account, in the order in which all commands lock them. Whoever joins meanwhile is not moved, and is on staff in their own year. */
export async function lockEverybody(tx: Tx, actor: Actor): Promise<LockedUser> {
  await tx.$queryRaw`SELECT 1 FROM "User" ORDER BY "id" FOR UPDATE`
  const { actor: acting } = await lockPeople(tx, actor, null)
  const verdict = decide(acting.role, 'moveStaffOn')
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  return acting
}

async function handStoriesOver({ tx, actor, input }: Work): Promise<YearRecord['stories']> {
  const ids = (await storiesOfLeaving(tx, input)).map(({ id }) => id).sort()
  await tx.$queryRaw`SELECT 1 FROM "Story" WHERE "id" = ANY (${ids}::uuid[]) ORDER BY "id" FOR UPDATE`
  const stories = await storiesOfLeaving(tx, input)
  const chosen = new Map(input.handOvers.map(({ storyId, toId }) => [storyId, toId]))
  if (stories.length !== chosen.size || stories.some(({ id }) => !chosen.has(id))) throw new Refusal('Stories have been started or finished meanwhile, so nothing was done. Look at the summary again.')
  const stays = new Set(input.people.flatMap(({ userId, fate }) => (fate === 'STAYS' ? [userId] : [])))
  const record: YearRecord['stories'] = []
  for (const story of stories) {
    const toId = chosen.get(story.id) ?? ''
    if (!stays.has(toId)) throw new Refusal('Choose somebody who stays.', `story-${story.id}`)
    await handOver(tx, actor, { storyId: story.id, fromId: story.ownerNow, toId, why: 'yearEnd' })
    record.push({ storyId: story.id, ownerBefore: story.ownerId, ownerAfter: toId, version: story.version, state: story.state })
  }
  return record
}

async function inviteAdviser({ tx, actor, input }: Work, acting: LockedUser): Promise<{ id: string; url: string; mailed: boolean } | null> {
  if (input.newAdviser === null) return null
  const { email } = input.newAdviser
  const verdict = decideOnStaff(acting.role, 'invite', { isSelf: false, targetRole: 'ADVISER' })
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  if (!isAllowedDomain(email)) throw new Refusal('This paper invites only addresses of its own school.', 'adviserEmail')
  if ((await tx.user.count({ where: { email } })) > 0) throw new Refusal('This address has an account already.', 'adviserEmail')
  return makeInvitation(tx, actor, { ...input.newAdviser, role: 'ADVISER' })
}

async function moveMemberships({ tx, input }: Work, choices: readonly Choice[]): Promise<YearRecord['memberships']> {
  const held = await heldIn(tx, input.toYear, choices.map(({ staffId }) => staffId))
  const record = choices.map(({ staffId, fate, position, sectionIds }) => {
    const before = held.get(staffId) ?? null
    return { staffId, before, after: fate === 'STAYS' ? { position, sectionIds: before?.sectionIds ?? sectionIds } : null }
  })
  await hold(tx, input.toYear, record.map(({ staffId, after }) => ({ staffId, held: after })))
  return record
}

/** A story that is held too long must not go to somebody who is not there: then every adviser is told. Answers who it was. */
async function freeEscalation(tx: Tx, choices: readonly Choice[]): Promise<string | null> {
  const paper = await tx.paper.findUnique({ where: { id: 1 }, select: { escalation: true, escalatePersonId: true } })
  const person = choices.find(({ userId }) => userId === paper?.escalatePersonId)
  if (paper?.escalation !== 'PERSON' || person === undefined || person.fate === 'STAYS') return null
  await tx.paper.update({ where: { id: 1 }, data: { escalation: 'ADVISERS', escalatePersonId: null }, select: { id: true } })
  return person.userId
}

async function moveAccount({ tx, actor, input, now }: Work, { userId, staffId, fate, before, after }: YearRecord['accounts'][number]): Promise<void> {
  if (fate === 'STAYS') {
    await tx.user.update({ where: { id: userId }, data: { role: after, sessionVersion: { increment: 1 } }, select: { id: true } })
    await revokeHandedOut(tx, userId, after)
    return recordEvent(tx, { actor, kind: 'staff.roleChanged', subjectId: userId, data: { from: before, to: after, why: 'yearEnd' } })
  }
  await tx.user.update({ where: { id: userId }, data: { deactivatedAt: now, sessionVersion: { increment: 1 } }, select: { id: true } })
  await revokeLinks(tx, { userId })
  await revokeHandedOut(tx, userId, null)
  if (fate === 'GRADUATES') await tx.staffMember.update({ where: { id: staffId }, data: { classOf: classBefore(input.toYear) }, select: { id: true } })
  await recordEvent(tx, { actor, kind: fate === 'GRADUATES' ? 'staff.graduated' : 'staff.left', subjectId: userId, data: fate === 'GRADUATES' ? { classOf: classBefore(input.toYear) } : {} })
}

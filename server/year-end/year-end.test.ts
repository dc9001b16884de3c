import { beforeEach, describe, expect, it } from 'vitest'
import { ROLES, type Actor, type Role } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { nextSchoolYear, schoolYear } from '#domain/school-year.ts'
import type { YearEndInput, YearPlanInput } from '#domain/year-end.ts'
import { actorOfClaims, claimsFor } from '../auth/session-claims.ts'
import { db } from '../db.ts'
import { readMasthead } from '../staff/masthead.ts'
import { changeRole } from '../staff/commands.ts'
import { sendOn, submitStory } from '../stories/moves.ts'
import { changeDraft } from '../stories/save.ts'
import { aStory, done, wholeContent } from '../testing/builders.ts'
import { createUser } from '../testing/people.ts'
import { createStory } from '../stories/commands.ts'
import { moveStaffOn } from './move-on.ts'
import { planYearEnd, yearEndStart } from './plan.ts'
import { undoYearEnd } from './undo.ts'

const NOW = new Date()
const YEAR = nextSchoolYear(schoolYear(NOW, 'America/Los_Angeles'))
const HOUR = 3_600_000
const make = async (role: Role, name?: string) => (await createUser({ role, ...(name === undefined ? {} : { name }) })).actor

type Change = Partial<YearPlanInput['people'][number]>
/** Everybody stays as they are but those who are named. */
async function planOf(actor: Actor, changes: Record<string, Change> = {}): Promise<YearPlanInput> {
  const start = await yearEndStart(actor, NOW)
  const people = start?.people ?? []
  return { toYear: YEAR, newAdviser: null, people: people.map(({ userId, role, position }) => ({ userId, role, position, fate: 'STAYS', ...changes[userId] })) }
}
/** The plan as the wizard would send it after its summary. */
async function confirmed(actor: Actor, plan: YearPlanInput): Promise<YearEndInput> {
  const { summary } = done(await planYearEnd(actor, plan, NOW))
  return { ...plan, handOvers: summary.stories.map(({ storyId, toId }) => ({ storyId, toId })) }
}
const move = async (actor: Actor, changes: Record<string, Change> = {}) => moveStaffOn(actor, await confirmed(actor, await planOf(actor, changes)), NOW)
const words = (result: object) => JSON.stringify(result)
const state = async () => ({
  users: await db().user.findMany({ orderBy: { id: 'asc' }, select: { id: true, role: true, deactivatedAt: true } }),
  staff: await db().staffMember.findMany({ orderBy: { id: 'asc' }, select: { id: true, classOf: true } }),
  memberships: await db().membership.findMany({ orderBy: [{ staffId: 'asc' }, { schoolYear: 'asc' }], select: { staffId: true, schoolYear: true, position: true, sections: { orderBy: { sectionId: 'asc' }, select: { sectionId: true } } } }),
  stories: await db().story.findMany({ orderBy: { id: 'asc' }, select: { id: true, ownerId: true, state: true } }),
  paper: await db().paper.findMany({ select: { escalation: true, escalatePersonId: true } }),
})

beforeEach(async () => {
  await db().yearEnd.deleteMany()
  await db().story.updateMany({ data: { state: 'DRAFT' } })
  await db().membership.deleteMany({ where: { schoolYear: YEAR } })
  await db().user.updateMany({ data: { deactivatedAt: NOW } })
})

describe('the year’s end', () => {
  it('moves everybody on, ends the sign-in of those who go, and keeps every word and name', async () => {
    const [admin, adviser, editor] = [await make('ADMIN'), await make('ADVISER', 'Ada Viser'), await make('EDITOR', 'Ed Itor')]
    const [senior, junior, leaver] = [await make('WRITER', 'Sena Ior'), await make('WRITER', 'June Ior'), await make('EDITOR', 'Lee Aver')]
    const story = done(await createStory(senior, { content: await wholeContent(senior) }))
    const before = await state()
    const claims = await claimsFor(senior.userId)
    const result = await move(admin, { [senior.userId]: { fate: 'GRADUATES' }, [junior.userId]: { role: 'EDITOR', position: 'Sports Editor' }, [leaver.userId]: { fate: 'LEAVES' } })
    done(result)
    expect(await actorOfClaims(claims)).toBeNull()
    expect(await actorOfClaims(await claimsFor(senior.userId))).toBeNull()
    expect(await db().user.findUniqueOrThrow({ where: { id: junior.userId }, select: { role: true } })).toEqual({ role: 'EDITOR' })
    expect(await db().staffMember.findUniqueOrThrow({ where: { id: senior.staffId }, select: { classOf: true } })).toEqual({ classOf: Number(YEAR.slice(0, 4)) })
    expect(await db().staffMember.findUniqueOrThrow({ where: { id: leaver.staffId }, select: { classOf: true } })).toEqual({ classOf: null })
    const next = (await readMasthead(YEAR)).masthead
    expect(next?.people.map(({ name, position }) => [name, position])).toEqual(expect.arrayContaining([['June Ior', 'Sports Editor'], ['Ada Viser', 'Staff Writer']]))
    expect(next?.people.some(({ name }) => name === 'Sena Ior' || name === 'Lee Aver')).toBe(false)
    expect((await readMasthead(schoolYear(NOW, 'America/Los_Angeles'))).masthead?.people).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'Sena Ior', classOf: Number(YEAR.slice(0, 4)) })]))
    const after = await db().story.findUniqueOrThrow({ where: { id: story.storyId }, select: { createdById: true, ownerId: true, workingRevision: { select: { bylines: { select: { staffId: true } } } } } })
    expect(after).toEqual({ createdById: senior.userId, ownerId: editor.userId, workingRevision: { bylines: [{ staffId: senior.staffId }] } })
    expect((await state()).stories.length).toBe(before.stories.length)
    const events = await db().auditEvent.findMany({ where: { actorId: admin.userId }, orderBy: { id: 'asc' }, select: { kind: true, subjectId: true } })
    expect(events).toEqual(expect.arrayContaining([
      { kind: 'story.handedOver', subjectId: null }, { kind: 'staff.graduated', subjectId: senior.userId }, { kind: 'staff.left', subjectId: leaver.userId }, { kind: 'staff.roleChanged', subjectId: junior.userId },
      expect.objectContaining({ kind: 'staff.movedOn' }),
    ]))
    void adviser
  })

  it('is undone exactly within the hour, and not after it', async () => {
    const [admin, editor, senior, junior] = [await make('ADMIN'), await make('EDITOR'), await make('WRITER'), await make('WRITER')]
    const adviser = await make('ADVISER')
    await db().paper.update({ where: { id: 1 }, data: { escalation: 'PERSON', escalatePersonId: adviser.userId } })
    await createStory(senior, { content: await wholeContent(senior) })
    const before = await state()
    const input = await confirmed(admin, await planOf(admin, { [senior.userId]: { fate: 'GRADUATES' }, [junior.userId]: { role: 'EDITOR' }, [adviser.userId]: { fate: 'LEAVES' } }))
    const { yearEndId, adviserUrl } = done(await moveStaffOn(admin, { ...input, newAdviser: { email: 'new-adviser@school.test', name: null, position: 'Adviser' } }, NOW))
    expect(adviserUrl).toMatch(/invitation/)
    expect((await state()).paper).toEqual([{ escalation: 'ADVISERS', escalatePersonId: null }])
    expect(words(await undoYearEnd(admin, { yearEndId }, new Date(NOW.getTime() + HOUR + 1)))).toContain('More than an hour')
    expect(words(await undoYearEnd(editor, { yearEndId }, NOW))).toContain('Your role')
    expect(done(await undoYearEnd(admin, { yearEndId }, new Date(NOW.getTime() + HOUR))).kept).toEqual([])
    expect(await state()).toEqual(before)
    expect(await actorOfClaims(await claimsFor(senior.userId))).not.toBeNull()
    expect(await db().oneTimeLink.findFirstOrThrow({ where: { email: 'new-adviser@school.test' }, select: { revokedAt: true } })).not.toEqual({ revokedAt: null })
    expect(words(await undoYearEnd(admin, { yearEndId }, NOW))).toContain('undone already')
    await db().paper.update({ where: { id: 1 }, data: { escalation: 'ADVISERS', escalatePersonId: null } })
    done(await move(admin))
  })

  it('leaves what moved on meanwhile, and lists it', async () => {
    const [admin, editor, senior, junior] = [await make('ADMIN'), await make('EDITOR'), await make('WRITER'), await make('WRITER', 'June Ior')]
    const draft = done(await createStory(senior, { content: await wholeContent(senior, { headline: 'Went on' }) }))
    const still = done(await createStory(senior, { content: await wholeContent(senior, { headline: 'Stood still' }) }))
    const { yearEndId } = done(await move(admin, { [senior.userId]: { fate: 'LEAVES' }, [junior.userId]: { role: 'EDITOR' } }))
    done(await changeDraft(editor, draft.storyId, (content) => ({ ...content, deck: 'Now with a deck.' })))
    done(await changeRole(admin, { userId: junior.userId, role: 'WRITER' }))
    const { kept } = done(await undoYearEnd(admin, { yearEndId }, NOW))
    expect(kept.join(' ')).toMatch(/account of June Ior/)
    expect(kept.join(' ')).toMatch(/“Went on” has moved on/)
    expect(kept).toHaveLength(2)
    const owner = async (id: string) => (await db().story.findUniqueOrThrow({ where: { id }, select: { ownerId: true } })).ownerId
    expect(await owner(still.storyId)).toBeNull()
    expect(await owner(draft.storyId)).not.toBeNull()
  })

  it('gives a story to the editor of its section, and a new owner the rights of an author but no bar to approving', async () => {
    const [admin, other, own, senior] = [await make('ADMIN'), await make('EDITOR', 'A First'), await make('EDITOR', 'Z Last'), await make('WRITER')]
    const content = await wholeContent(senior)
    const membership = await db().membership.findFirstOrThrow({ where: { staffId: own.staffId }, select: { id: true } })
    await db().membershipSection.create({ data: { membershipId: membership.id, sectionId: content.sectionId ?? '' } })
    const { storyId, revisionId } = done(await createStory(senior, { content }))
    const plan = await planOf(admin, { [senior.userId]: { fate: 'LEAVES' } })
    expect(done(await planYearEnd(admin, plan, NOW)).summary.stories).toMatchObject([{ storyId, toId: own.userId }])
    const writer = await make('WRITER')
    expect(words(await submitStory(writer, { storyId, revisionId }))).toContain('Only its authors')
    const input = await confirmed(admin, await planOf(admin, { [senior.userId]: { fate: 'LEAVES' } }))
    done(await moveStaffOn(admin, { ...input, handOvers: [{ storyId, toId: writer.userId }] }, NOW))
    done(await submitStory(writer, { storyId, revisionId }))
    done(await sendOn(other, { storyId, revisionId }))
  })

  it('is refused whole when anything in it is', async () => {
    const [admin, adviser, senior] = [await make('ADMIN'), await make('ADVISER'), await make('WRITER')]
    const { storyId } = done(await createStory(senior, { content: await wholeContent(senior) }))
    const input = await confirmed(admin, await planOf(admin, { [senior.userId]: { fate: 'LEAVES' } }))
    const before = await state()
    const other = await aStory('DRAFT')
    await db().user.updateMany({ where: { id: { in: [other.writer.userId, other.editor.userId, other.adviser.userId] } }, data: { deactivatedAt: NOW } })
    const tries: [string, YearEndInput][] = [
      ['Choose somebody who stays', { ...input, handOvers: [{ storyId, toId: senior.userId }] }],
      ['Look at the summary again', { ...input, handOvers: [] }],
      ['Look at the summary again', { ...input, handOvers: [{ storyId: other.storyId, toId: admin.userId }] }],
      ['Reload the page', { ...input, people: input.people.slice(1) }],
      ['at least one active admin', { ...input, people: input.people.map((one) => (one.role === 'ADMIN' ? { ...one, role: 'WRITER' } : one)) }],
      ['an account already', { ...input, newAdviser: { email: (await createUser({ role: 'WRITER' })).email, name: null, position: 'X' } }],
      ['this school year or the next', { ...input, toYear: '2001-02' }],
    ]
    await db().user.updateMany({ where: { id: { notIn: [admin.userId, adviser.userId, senior.userId] } }, data: { deactivatedAt: NOW } })
    for (const [message, attempt] of tries) expect(words(await moveStaffOn(admin, attempt, NOW))).toContain(message)
    const after = await state()
    expect(after.memberships.filter(({ schoolYear: year }) => year === YEAR)).toEqual([])
    expect(after.stories.find(({ id }) => id === storyId)).toEqual(before.stories.find(({ id }) => id === storyId))
    const twice = await Promise.all([moveStaffOn(admin, input, NOW), moveStaffOn(admin, input, NOW)])
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
    expect(words(twice)).toContain('has moved on to')
  })

  it('is for whom the policy lets, and reaches no further than their role', async () => {
    const admin = await make('ADMIN')
    for (const role of ROLES) {
      const actor = await make(role)
      const allowed = decide(role, 'moveStaffOn').allowed
      expect((await yearEndStart(actor, NOW)) !== null, role).toBe(allowed)
      expect((await planYearEnd(actor, await planOf(admin), NOW)).ok, role).toBe(allowed)
      if (!allowed) expect((await moveStaffOn(actor, { ...(await planOf(admin)), handOvers: [] }, NOW)).ok).toBe(false)
    }
    const adviser = await make('ADVISER')
    expect(words(await planYearEnd(adviser, await planOf(adviser, { [admin.userId]: { fate: 'LEAVES' } }), NOW))).toContain('Only an admin')
    expect(words(await planYearEnd(adviser, await planOf(adviser, { [adviser.userId]: { fate: 'LEAVES' } }), NOW))).toContain('your own role')
  })

  it('never lets a user be deleted whose stories or revisions are there', async () => {
    const senior = await make('WRITER')
    await createStory(senior, { content: await wholeContent(senior) })
    await expect(db().user.delete({ where: { id: senior.userId } })).rejects.toThrow()
    await expect(db().staffMember.delete({ where: { id: senior.staffId } })).rejects.toThrow()
  })
})

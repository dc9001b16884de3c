import { beforeEach, expect, it } from 'vitest'
import { daysAfter } from '#domain/day.ts'
import { ROLES, type Actor } from '#domain/people.ts'
import { newAssignmentSchema } from '#domain/planning/new-assignment.ts'
import { decideOnStaff } from '#domain/policy.ts'
import { db } from '../db.ts'
import { assign } from '../planning/assignments.ts'
import { newAssignment } from '../planning/new-assignment.ts'
import { askForPhoto } from '../planning/photo-requests.ts'
import { paperDay } from '../settings/paper-day.ts'
import { storyList } from '../stories/lists.ts'
import { waitingFor } from '../stories/waiting.ts'
import { submitStory } from '../stories/moves.ts'
import { aStory, anActor, done } from '../testing/builders.ts'
import { waitsForLock } from '../testing/database.ts'
import { handOverFromAbsent, markAway } from './away.ts'
import { giveStory } from './give.ts'

const owner = async (id: string) => (await db().story.findUniqueOrThrow({ where: { id }, select: { ownerId: true } })).ownerId
const DAY = 86_400_000
const in2Weeks = () => new Date(Date.now() + 14 * DAY)

beforeEach(async () => {
  await db().user.updateMany({ data: { absentFrom: null, absentUntil: null } })
  // Nobody of a former test is stuck or takes anything.
  await db().story.updateMany({ where: { state: 'DRAFT' }, data: { state: 'WITHDRAWN' } })
  await db().user.updateMany({ data: { role: 'WRITER' } })
})

it('gives a draft to its next owner after the days that the paper allows, once, and tells the record', async () => {
  const { storyId, revisionId, writer, editor } = await aStory('DRAFT')
  const { today } = await paperDay(new Date())
  done(await markAway(writer, { userId: writer.userId, until: daysAfter(today, 30) }))
  expect(await handOverFromAbsent(new Date())).toBe(0)
  expect(await owner(storyId)).toBeNull()
  expect(await handOverFromAbsent(in2Weeks())).toBe(1)
  expect(await owner(storyId)).toBe(editor.userId)
  expect(await handOverFromAbsent(in2Weeks())).toBe(0)
  expect((await waitingFor(editor)).map(({ id }) => id)).toContain(storyId)
  expect((await storyList(editor, { mine: true })).lines).toMatchObject([{ id: storyId, owner: editor.name }])
  const event = await db().auditEvent.findFirst({ where: { storyId, kind: 'story.handedOver' }, select: { actorId: true, data: true } })
  expect(event).toEqual({ actorId: null, data: { from: writer.userId, to: editor.userId, why: 'absent' } })
  done(await submitStory(editor, { storyId, revisionId }))
})

it('counts days of school alone, from the later of being away and the last move', async () => {
  const { storyId, writer } = await aStory('DRAFT')
  const { today } = await paperDay(new Date())
  await db().user.update({ where: { id: writer.userId }, data: { absentFrom: new Date(`${daysAfter(today, -60)}T00:00:00Z`), absentUntil: new Date(`${daysAfter(today, 60)}T00:00:00Z`) } })
  expect(await handOverFromAbsent(new Date())).toBe(0)
  await db().paper.update({ where: { id: 1 }, data: { daysOff: [{ from: today, to: daysAfter(today, 60) }] } })
  expect(await handOverFromAbsent(in2Weeks())).toBe(0)
  await db().paper.update({ where: { id: 1 }, data: { daysOff: [] } })
  expect(await handOverFromAbsent(in2Weeks())).toBe(1)
  expect(await owner(storyId)).not.toBeNull()
})

it('moves nothing of whoever is back, nor what waits for somebody else, nor to nobody', async () => {
  const [draft, editing] = [await aStory('DRAFT'), await aStory('EDITING')]
  const { today } = await paperDay(new Date())
  for (const { writer } of [draft, editing]) done(await markAway(writer, { userId: writer.userId, until: today }))
  expect(await handOverFromAbsent(in2Weeks())).toBe(0)
  await db().user.update({ where: { id: draft.writer.userId }, data: { absentUntil: new Date(`${daysAfter(today, 60)}T00:00:00Z`) } })
  await db().user.updateMany({ data: { role: 'WRITER' } })
  expect(await handOverFromAbsent(in2Weeks())).toBe(0)
  expect(await owner(draft.storyId)).toBeNull()
})

it('counts a deactivated account as absent', async () => {
  const { storyId, writer } = await aStory('DRAFT')
  await db().user.update({ where: { id: writer.userId }, data: { deactivatedAt: new Date() } })
  expect(await handOverFromAbsent(in2Weeks())).toBe(1)
  expect(await owner(storyId)).not.toBeNull()
})

it('is marked by whom the policy lets, for days to come', async () => {
  const target = await anActor('WRITER')
  const { today } = await paperDay(new Date())
  for (const role of ROLES) {
    const actor = await anActor(role)
    const allowed = decideOnStaff(role, 'markAway', { isSelf: false, targetRole: 'WRITER' }).allowed
    expect((await markAway(actor, { userId: target.userId, until: daysAfter(today, ROLES.indexOf(role)) })).ok, role).toBe(allowed)
  }
  expect(await markAway(target, { userId: target.userId, until: daysAfter(today, -1) })).toMatchObject({ ok: false, problems: [{ field: 'until' }] })
  done(await markAway(target, { userId: target.userId, until: null }))
  expect(await db().user.findUniqueOrThrow({ where: { id: target.userId }, select: { absentUntil: true } })).toEqual({ absentUntil: null })
  expect((await markAway(await anActor('ADMIN'), { userId: '00000000-0000-4000-8000-000000000000', until: null })).ok).toBe(false)
})

it('is given to somebody by hand by whoever may assign people, while it is on its way', async () => {
  const { storyId, writer, editor } = await aStory('DRAFT')
  const heir = await anActor('WRITER')
  expect((await giveStory(writer, { storyId, toId: heir.userId })).ok).toBe(false)
  done(await giveStory(editor, { storyId, toId: heir.userId }))
  expect(await owner(storyId)).toBe(heir.userId)
  expect(await giveStory(editor, { storyId, toId: heir.userId })).toMatchObject({ ok: false, problems: [{ field: 'toId' }] })
  expect((await waitingFor(heir)).map(({ id }) => id)).toContain(storyId)
  expect(await db().auditEvent.findFirst({ where: { storyId, kind: 'story.handedOver' }, select: { actorId: true, data: true } })).toEqual({ actorId: editor.userId, data: { from: writer.userId, to: heir.userId, why: 'asked' } })
  done(await giveStory(editor, { storyId, toId: writer.userId }))
  expect(await owner(storyId)).toBeNull()
  await db().user.update({ where: { id: heir.userId }, data: { deactivatedAt: new Date() } })
  expect(await giveStory(editor, { storyId, toId: heir.userId })).toMatchObject({ ok: false, problems: [{ field: 'toId' }] })
  const live = await aStory('LIVE')
  expect((await giveStory(live.editor, { storyId: live.storyId, toId: editor.userId })).ok).toBe(false)
})

it.each<[string, (cast: { editor: Actor; heir: Actor; storyId: string }) => Promise<{ ok: boolean }>]>([
  ['handed over', ({ editor, heir, storyId }) => giveStory(editor, { storyId, toId: heir.userId })],
  ['assigned', ({ editor, heir, storyId }) => assign(editor, { storyId, userId: heir.userId, part: 'WRITER' })],
  ['asked for, with somebody for it,', ({ editor, heir }) => newAssignment(editor, newAssignmentSchema.parse({ title: 'The new gym', writerId: heir.userId }))],
  ['asked of a photographer', ({ editor, heir, storyId }) => askForPhoto(editor, { storyId, wanted: 'The floor', photographerId: heir.userId, due: null })],
])('is %s while the accounts of both are being changed: the second waits, and nobody waits for each other', async (_, act) => {
  const { storyId, editor } = await aStory('DRAFT')
  const heir = await anActor('WRITER')
  let acted: Promise<{ ok: boolean }> | undefined
  await db().$transaction(async (tx) => {
    // As commands that change people do it: by id, the older account first.
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${editor.userId}::uuid FOR UPDATE`
    acted = act({ editor, heir, storyId })
    await waitsForLock()
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${heir.userId}::uuid FOR UPDATE`
  }, { timeout: 15_000 })
  expect((await acted)?.ok).toBe(true)
})

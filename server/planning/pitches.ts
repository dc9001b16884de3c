import 'server-only'
import type { Actor } from '#domain/people.ts'
import { toDate } from '#domain/planning/days.ts'
import { isUnanswered, type PitchInput } from '#domain/planning/pitch.ts'
import { decide, type PlainAction } from '#domain/policy.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { notify } from '../notifications/notify.ts'
import { ids, nearest, whoMay } from '../notifications/recipients.ts'
import { createStoryIn, signedBy } from '../stories/commands.ts'
import { beginAssignment } from './assignments.ts'

const PITCH = {
  id: true, title: true, why: true, sectionId: true, sources: true, hopedFor: true, pictures: true, state: true, version: true, createdById: true, answerSeenAt: true,
  createdBy: { select: { role: true, deactivatedAt: true, staffId: true, staff: { select: { name: true } } } },
} as const satisfies Prisma.PitchSelect
type PitchRow = Prisma.PitchGetPayload<{ select: typeof PITCH }>

function mayOrRefuse(actor: Actor, action: PlainAction, isSelf = false): void {
  const verdict = decide(actor.role, action, { isSelf })
  if (!verdict.allowed) throw new Refusal(verdict.reason)
}

/** Locks a pitch, for somebody who may do this with it while it is unanswered. */
async function lockPitch(tx: Tx, asked: Actor, action: 'changePitch' | 'answerPitch', pitchId: string): Promise<{ actor: Actor; pitch: PitchRow }> {
  const actor = await actorNow(tx, asked)
  await tx.$queryRaw`SELECT 1 FROM "Pitch" WHERE "id" = ${pitchId}::uuid FOR UPDATE`
  const pitch = await tx.pitch.findUnique({ where: { id: pitchId }, select: PITCH })
  mayOrRefuse(actor, action, pitch?.createdById === actor.userId)
  if (pitch === null) throw new Refusal('There is no such pitch.')
  if (!isUnanswered(pitch.state)) throw new Refusal('This pitch is answered or taken back already. Load the page again to see how it stands.')
  return { actor, pitch }
}

async function columnsOf(tx: Tx, { hopedFor, ...pitch }: PitchInput) {
  if (pitch.sectionId !== null && (await tx.section.count({ where: { id: pitch.sectionId } })) === 0) throw new Refusal('This section no longer exists. Choose another one.', 'sectionId')
  return { ...pitch, hopedFor: toDate(hopedFor) }
}

/** Pitches a story to the editors. */
export function makePitch(asked: Actor, input: PitchInput): Promise<CommandResult<{ pitchId: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await actorNow(tx, asked)
      mayOrRefuse(actor, 'pitch')
      const { id } = await tx.pitch.create({ data: { ...(await columnsOf(tx, input)), createdById: actor.userId }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'pitch.made', subjectId: id })
      await notify(tx, { kind: 'pitch.made', to: ids(nearest(await whoMay(tx, 'answerPitch'))), byId: actor.userId, subjectId: id })
      return { ok: true, tags: [], pitchId: id }
    }),
  )
}

/** Changes one's own pitch until it is answered. */
export function changePitch(asked: Actor, { pitchId, ...input }: PitchInput & { pitchId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor } = await lockPitch(tx, asked, 'changePitch', pitchId)
      await tx.pitch.update({ where: { id: pitchId }, data: { ...(await columnsOf(tx, input)), version: { increment: 1 } }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'pitch.changed', subjectId: pitchId })
      return { ok: true, tags: [] }
    }),
  )
}

/** Takes one's own pitch back until it is answered. */
export function takeBackPitch(asked: Actor, { pitchId }: { pitchId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor } = await lockPitch(tx, asked, 'changePitch', pitchId)
      await tx.pitch.update({ where: { id: pitchId }, data: { state: 'TAKEN_BACK' }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'pitch.takenBack', subjectId: pitchId })
      return { ok: true, tags: [] }
    }),
  )
}

export type PitchAnswer = { pitchId: string; version: number; answer: string }

async function lockToAnswer(tx: Tx, asked: Actor, { pitchId, version }: PitchAnswer): Promise<{ actor: Actor; pitch: PitchRow }> {
  const locked = await lockPitch(tx, asked, 'answerPitch', pitchId)
  if (locked.pitch.version !== version) throw new Refusal(`${locked.pitch.createdBy.staff.name} changed the pitch while you were reading, so nothing was decided. Load the page again to read it.`)
  return locked
}

/** What an answer leaves on the pitch. Whoever answers their own pitch has seen the answer. */
function answered(actor: Actor, pitch: PitchRow, answer: string) {
  const now = new Date()
  return { answer, answeredById: actor.userId, answeredAt: now, answerSeenAt: pitch.createdById === actor.userId ? now : null }
}

/** Declines a pitch, with the reason. */
export function declinePitch(asked: Actor, input: PitchAnswer): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor, pitch } = await lockToAnswer(tx, asked, input)
      if (input.answer.trim() === '') throw new Refusal('Say in a sentence why not: it is what the next pitch learns from.', 'answer')
      await tx.pitch.update({ where: { id: pitch.id }, data: { state: 'DECLINED', ...answered(actor, pitch, input.answer) }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'pitch.declined', subjectId: pitch.id })
      await notify(tx, { kind: 'pitch.answered', to: [pitch.createdById], byId: actor.userId, subjectId: pitch.id })
      return { ok: true, tags: [] }
    }),
  )
}

/**
 * Accepts a pitch: it becomes a story of whoever pitched it, in the same transaction, with its title, section, hoped-for day and
 * pictures. Whoever accepts it is no author of it by that.
 */
export function acceptPitch(asked: Actor, input: PitchAnswer): Promise<CommandResult<{ storyId: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor, pitch } = await lockToAnswer(tx, asked, input)
      const starter: Actor = { userId: pitch.createdById, staffId: pitch.createdBy.staffId, role: pitch.createdBy.role, name: pitch.createdBy.staff.name }
      const content = { ...(await signedBy(tx, starter)), headline: pitch.title, sectionId: pitch.sectionId }
      const { storyId } = await createStoryIn(tx, actor, { content }, { starter })
      await tx.story.update({ where: { id: storyId }, data: { plannedFor: pitch.hopedFor }, select: { id: true } })
      if (pitch.createdBy.deactivatedAt === null) await beginAssignment(tx, actor, { storyId, userId: starter.userId, part: 'WRITER' }, { tell: false })
      if (pitch.pictures !== '') {
        const { id } = await tx.photoRequest.create({ data: { storyId, wanted: pitch.pictures, createdById: actor.userId }, select: { id: true } })
        await recordEvent(tx, { actor, kind: 'photo.asked', storyId, subjectId: id })
      }
      await tx.pitch.update({ where: { id: pitch.id }, data: { state: 'ACCEPTED', storyId, ...answered(actor, pitch, input.answer) }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'pitch.accepted', storyId, subjectId: pitch.id })
      await notify(tx, { kind: 'pitch.answered', to: [pitch.createdById], byId: actor.userId, storyId, subjectId: pitch.id })
      return { ok: true, tags: [], storyId }
    }),
  )
}

/** Takes the answer to one's own pitch off one's first page. Nobody else's is touched. */
export function seePitchAnswer(asked: Actor, { pitchId }: { pitchId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await actorNow(tx, asked)
      await tx.pitch.updateMany({ where: { id: pitchId, createdById: actor.userId, answeredAt: { not: null }, answerSeenAt: null }, data: { answerSeenAt: new Date() } })
      return { ok: true, tags: [] }
    }),
  )
}

import 'server-only'
import type { Actor } from '#domain/people.ts'
import { toDate } from '#domain/planning/days.ts'
import { isWanted, MOST_PHOTO_REQUESTS, type PhotoAsk, type PhotoChange, type PhotoStateInput } from '#domain/planning/photo-requests.ts'
import { decide } from '#domain/policy.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow, lockAccounts } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { notify } from '../notifications/notify.ts'
import { authorsOf } from '../notifications/recipients.ts'
import { lockFor, lockStory, type StoryStanding } from '../stories/lock.ts'
import { personFor } from './assignments.ts'

/** Who takes the pictures for a story. */
async function photographersOf(tx: Tx, storyId: string): Promise<string[]> {
  return (await tx.assignment.findMany({ where: { storyId, part: 'PHOTOGRAPHER', endedAt: null }, select: { userId: true } })).map(({ userId }) => userId)
}

/** Asks for a picture for a story. */
export function askForPhoto(actor: Actor, { storyId, wanted, photographerId, due }: PhotoAsk): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      await lockAccounts(tx, [actor.userId, ...(photographerId === null ? [] : [photographerId])])
      if (photographerId !== null) await personFor(tx, photographerId, 'PHOTOGRAPHER', 'photographerId')
      await lockFor(tx, actor, 'assign', storyId)
      if ((await tx.photoRequest.count({ where: { storyId } })) >= MOST_PHOTO_REQUESTS) throw new Refusal('This story has as many photo requests as it can hold.')
      const { id } = await tx.photoRequest.create({ data: { storyId, wanted, photographerId, due: toDate(due), createdById: actor.userId }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'photo.asked', storyId, subjectId: id })
      await notify(tx, { kind: 'photo.asked', to: photographerId === null ? await photographersOf(tx, storyId) : [photographerId], byId: actor.userId, storyId, subjectId: id })
      return { ok: true, tags: [] }
    }),
  )
}

/** Changes what is wanted, who takes it and until when. Somebody else to take it begins anew. */
export function changePhoto(actor: Actor, { requestId, wanted, photographerId, due }: PhotoChange): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      await lockAccounts(tx, [actor.userId, ...(photographerId === null ? [] : [photographerId])])
      if (photographerId !== null) await personFor(tx, photographerId, 'PHOTOGRAPHER', 'photographerId')
      const { storyId } = await requestOf(tx, requestId)
      await lockFor(tx, actor, 'assign', storyId)
      const before = await requestOf(tx, requestId)
      const state = before.photographerId !== photographerId && before.state === 'TAKEN' ? 'OPEN' : before.state
      await tx.photoRequest.update({ where: { id: requestId }, data: { wanted, photographerId, due: toDate(due), state }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'photo.changed', storyId, subjectId: requestId, data: { from: before.state, to: state } })
      if (photographerId !== null && photographerId !== before.photographerId) await notify(tx, { kind: 'photo.asked', to: [photographerId], byId: actor.userId, storyId, subjectId: requestId })
      return { ok: true, tags: [] }
    }),
  )
}

/** Takes a request on oneself, where nobody was asked to take the picture. */
export function takePhoto(actor: Actor, { requestId }: { requestId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { storyId } = await requestOf(tx, requestId)
      await lockFor(tx, actor, 'volunteer', storyId)
      const request = await requestOf(tx, requestId)
      if (request.photographerId === actor.userId) throw new Refusal('You were asked to take this picture already. Say how it stands instead.')
      if (request.photographerId !== null) throw new Refusal('Somebody else takes this picture already.')
      if (request.state !== 'OPEN') throw new Refusal('This picture is not wanted any more.')
      await tx.photoRequest.update({ where: { id: requestId }, data: { photographerId: actor.userId, state: 'TAKEN' }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'photo.taken', storyId, subjectId: requestId })
      return { ok: true, tags: [] }
    }),
  )
}

/** Says how a request stands. Whoever makes one open again that they were to take leaves it to others. */
export function setPhotoState(asked: Actor, { requestId, state }: PhotoStateInput): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor, request } = await lockToWork(tx, asked, requestId)
      if (request.state === state) return { ok: true, tags: [] }
      const givenBack = state === 'OPEN' && request.photographerId === actor.userId
      const mine = state === 'TAKEN' && request.photographerId === null
      const photographer = givenBack ? { photographerId: null } : mine ? { photographerId: actor.userId } : {}
      await tx.photoRequest.update({ where: { id: requestId }, data: { state, assetId: null, ...photographer }, select: { id: true } })
      await recordEvent(tx, { actor, kind: state === 'TAKEN' ? 'photo.taken' : 'photo.changed', storyId: request.storyId, subjectId: requestId, data: { from: request.state, to: state } })
      return { ok: true, tags: [] }
    }),
  )
}

/** Delivers a picture of the library: one's own, or for an editor or adviser anybody's. */
export function deliverPhoto(asked: Actor, { requestId, assetId }: { requestId: string; assetId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor, request, story } = await lockToWork(tx, asked, requestId)
      if (!isWanted(request.state)) throw new Refusal('This request is settled already.')
      const asset = await tx.mediaAsset.findUnique({ where: { id: assetId }, select: { uploadedById: true, makerStaffId: true } })
      if (asset === null) throw new Refusal('This picture is no longer in the library.', 'assetId')
      const own = asset.uploadedById === actor.userId || asset.makerStaffId === actor.staffId
      if (!own && !decide(actor.role, 'workOnPhoto').allowed) throw new Refusal('Deliver a picture that you took or uploaded.', 'assetId')
      const photographer = request.photographerId === null && own ? { photographerId: actor.userId } : {}
      await tx.photoRequest.update({ where: { id: requestId }, data: { state: 'DELIVERED', assetId, ...photographer }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'photo.delivered', storyId: request.storyId, subjectId: requestId, data: { assetId } })
      await notify(tx, { kind: 'photo.delivered', to: [request.createdById, ...(await authorsOf(tx, story))], byId: actor.userId, storyId: story.id, subjectId: requestId })
      return { ok: true, tags: [] }
    }),
  )
}

const REQUEST = { id: true, storyId: true, state: true, photographerId: true, createdById: true } as const satisfies Prisma.PhotoRequestSelect
type RequestRow = Prisma.PhotoRequestGetPayload<{ select: typeof REQUEST }>

async function requestOf(tx: Tx, requestId: string): Promise<RequestRow> {
  const request = await tx.photoRequest.findUnique({ where: { id: requestId }, select: REQUEST })
  if (request === null) throw new Refusal('There is no such photo request.')
  return request
}

/** Locks the story of a request, for somebody who may work on it: it names them, or nobody while they are the story's photographer. */
async function lockToWork(tx: Tx, asked: Actor, requestId: string): Promise<{ actor: Actor; request: RequestRow; story: StoryStanding }> {
  const actor = await actorNow(tx, asked)
  const { storyId } = await requestOf(tx, requestId)
  const story = await lockStory(tx, storyId)
  const request = await requestOf(tx, requestId)
  const ofStory = request.photographerId === null && (await tx.assignment.count({ where: { storyId, userId: actor.userId, part: 'PHOTOGRAPHER', endedAt: null } })) > 0
  const verdict = decide(actor.role, 'workOnPhoto', { isSelf: request.photographerId === actor.userId || ofStory })
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  return { actor, request, story }
}

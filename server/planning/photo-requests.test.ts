import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { db } from '../db.ts'
import { aStory, anActor, done } from '../testing/builders.ts'
import { assign } from './assignments.ts'
import { askForPhoto, changePhoto, deliverPhoto, setPhotoState, takePhoto } from './photo-requests.ts'
import { storyPlan, waitingPhotos } from './queries.ts'

const problems = (result: { ok: boolean; problems?: { message: string }[] }) => (result.ok ? 'it worked' : (result.problems ?? []).map(({ message }) => message).join(' '))
const aPicture = (by: Actor) => db().mediaAsset.create({ data: { originalKey: randomUUID(), fileName: 'floor.jpg', width: 3, height: 2, bytes: 1, uploadedById: by.userId }, select: { id: true } })
const only = async (actor: Actor, storyId: string) => (await storyPlan(actor, storyId))?.photos[0]

test('a request goes its way: asked for, taken, delivered with the picture of whoever took it', async () => {
  const [story, ana, ben] = [await aStory(), await anActor('WRITER'), await anActor('WRITER')]
  const { storyId } = story
  expect(problems(await askForPhoto(ana, { storyId, wanted: 'The floor', photographerId: null, due: null }))).toBe('Your role does not include this.')
  done(await askForPhoto(story.editor, { storyId, wanted: 'The floor', photographerId: null, due: '2020-01-02' }))
  const requestId = (await only(ana, storyId))?.id ?? ''
  expect((await only(ana, storyId))?.late).toBe(true)
  expect(problems(await setPhotoState(ana, { requestId, state: 'NOT_NEEDED' }))).toMatch(/Only whoever takes the picture/)
  const taken = await Promise.all([takePhoto(ana, { requestId }), takePhoto(ben, { requestId })])
  expect(taken.filter(({ ok }) => ok)).toHaveLength(1)
  const [taker, other] = taken[0].ok ? [ana, ben] : [ben, ana]
  expect((await waitingPhotos(taker)).photos).toMatchObject([{ id: requestId, late: true, state: 'TAKEN' }])
  expect((await waitingPhotos(other)).photos).toEqual([])
  const [own, foreign] = [await aPicture(taker), await aPicture(other)]
  expect(problems(await deliverPhoto(other, { requestId, assetId: foreign.id }))).toMatch(/Only whoever takes the picture/)
  expect(problems(await deliverPhoto(taker, { requestId, assetId: foreign.id }))).toMatch(/picture that you took/)
  done(await deliverPhoto(taker, { requestId, assetId: own.id }))
  expect(await only(ana, storyId)).toMatchObject({ state: 'DELIVERED', assetId: own.id, late: false })
  expect((await waitingPhotos(taker)).photos).toEqual([])
  const events = await db().auditEvent.findMany({ where: { subjectId: requestId }, orderBy: { id: 'asc' }, select: { kind: true } })
  expect(events.map(({ kind }) => kind)).toEqual(['photo.asked', 'photo.taken', 'photo.delivered'])
})

test('whoever gives a request back leaves it to others; an editor may change it and deliver what came by mail', async () => {
  const [story, ana] = [await aStory(), await anActor('WRITER')]
  const { storyId } = story
  done(await askForPhoto(story.editor, { storyId, wanted: 'The floor', photographerId: ana.userId, due: null }))
  const requestId = (await only(ana, storyId))?.id ?? ''
  done(await setPhotoState(ana, { requestId, state: 'TAKEN' }))
  done(await setPhotoState(ana, { requestId, state: 'OPEN' }))
  expect(await only(ana, storyId)).toMatchObject({ state: 'OPEN', photographerId: null, may: { work: false, take: true } })
  expect(problems(await changePhoto(ana, { requestId, wanted: 'Nothing', photographerId: null, due: null }))).toBe('Your role does not include this.')
  done(await changePhoto(story.editor, { requestId, wanted: 'The floor from above', photographerId: null, due: '2026-12-01' }))
  const picture = await aPicture(ana)
  done(await deliverPhoto(story.editor, { requestId, assetId: picture.id }))
  expect(await only(ana, storyId)).toMatchObject({ state: 'DELIVERED', wanted: 'The floor from above' })
})

test('the photographer of a story finds its requests that name nobody', async () => {
  const [story, ana] = [await aStory(), await anActor('WRITER')]
  done(await askForPhoto(story.editor, { storyId: story.storyId, wanted: 'The floor', photographerId: null, due: null }))
  expect((await waitingPhotos(ana)).photos).toEqual([])
  done(await assign(story.editor, { storyId: story.storyId, userId: ana.userId, part: 'PHOTOGRAPHER' }))
  const [found] = (await waitingPhotos(ana)).photos
  done(await setPhotoState(ana, { requestId: found?.id ?? '', state: 'TAKEN' }))
  expect(await only(ana, story.storyId)).toMatchObject({ state: 'TAKEN', photographerId: ana.userId })
})

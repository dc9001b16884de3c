import { beforeEach, expect, it, vi } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { formValues } from '#server/action.ts'
import { db } from '#server/db.ts'
import { newsroomAssets } from '#server/media/queries.ts'
import { storyForEditor } from '#server/stories/queries.ts'
import { aStory } from '#server/testing/builders.ts'
import { anAsset } from '#server/testing/pictures.ts'

// Next's request: who is signed in, and the cache's tags.
const next = vi.hoisted((): { actor: Actor | null } => ({ actor: null }))
vi.mock('#server/auth/actor.ts', () => ({ currentActor: async () => next.actor }))
vi.mock('next/cache', () => ({ cacheTag: () => {}, cacheLife: () => {}, updateTag: () => {}, refresh: () => {}, revalidateTag: () => {} }))

const { PUT } = await import('./route.ts')
const { makeStoryAction } = await import('#app/newsroom/stories/new/from-text/actions.ts')
const { changeRightsAction } = await import('#app/newsroom/media/actions.ts')

beforeEach(() => Object.assign(next, { actor: null }))

it('stores a save with U+0000 and half characters without them', async () => {
  const { storyId, writer, content } = await aStory('DRAFT')
  next.actor = writer
  const { version } = await db().story.findUniqueOrThrow({ where: { id: storyId }, select: { version: true } })
  const text = (words: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] })
  const body = JSON.stringify({ version, content: { ...content, headline: 'Bell\u0000s \ud800 ring', body: text('At \u0000noon\udc00.') } })
  const request = new Request(`http://localhost:3000/api/stories/${storyId}/draft`, { method: 'PUT', body, headers: { origin: 'http://localhost:3000', 'content-type': 'application/json' } })
  const response = await PUT(request, { params: Promise.resolve({ id: storyId }) })
  expect([response.status, await response.json()]).toEqual([200, expect.objectContaining({ ok: true })])
  expect((await storyForEditor(writer, storyId))?.content).toMatchObject({ headline: 'Bells \ufffd ring', body: text('At noon\ufffd.') })
})

it('makes a story from such a text, and takes such rights', async () => {
  const { writer, content } = await aStory('DRAFT')
  next.actor = writer
  const made = await makeStoryAction({ content: { ...content, headline: 'Bell\u0000s \ud800', tags: ['a\u0000b'] }, notes: ['Ask\u0000 whom?'] })
  const storyId = made.ok ? (made.goTo.split('/').at(-1) ?? '') : ''
  expect((await storyForEditor(writer, storyId))?.content).toMatchObject({ headline: 'Bells \ufffd', tags: ['ab'] })
  expect(await db().note.findMany({ where: { storyId }, select: { body: true } })).toEqual([{ body: 'Ask whom?' }])
  const assetId = await anAsset(writer)
  expect(await changeRightsAction({ assetId, rights: 'PERMISSION', rightsHolder: 'City\u0000 Museum', rightsProof: '\udc00', makerName: '', makerStaffId: null })).toMatchObject({ ok: true })
  expect((await newsroomAssets(writer, [assetId]))[assetId]).toMatchObject({ rightsHolder: 'City Museum', rightsProof: '\ufffd' })
})

it('cleans the fields of a form', () => {
  const form = new FormData()
  form.append('name', 'An\u0000a')
  expect(formValues(form)).toEqual({ name: 'Ana' })
})

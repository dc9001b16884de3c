import { afterAll, expect, test } from 'vitest'
import { setText } from '#domain/together/shared-draft.ts'
import { db } from '../db.ts'
import { addNote, answerNote, resolveNote } from '../stories/notes.ts'
import { sendBack, submitStory, withdrawStory } from '../stories/moves.ts'
import { changeDraft } from '../stories/save.ts'
import { anActor, aStory, done, newestRevision } from '../testing/builders.ts'
import { openSynced, serveTogether, until, type TestEditor } from '../testing/together.ts'

const server = await serveTogether()
const open: TestEditor[] = []
afterAll(async () => {
  for (const editor of open) editor.close()
  await server.close()
})
async function opened(of: Omit<Parameters<typeof openSynced>[0], 'port'>): Promise<TestEditor> {
  const editor = await openSynced({ port: server.port, ...of })
  open.push(editor)
  await editor.stored()
  return editor
}
const WITHIN = 1_000
const paused = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const ended = (page: TestEditor) => page.messages.find((message) => message.type === 'ended')
const told = (page: TestEditor) => page.messages.some(({ type }) => type === 'standing')
const headlineOf = async (storyId: string) => (await db().story.findUniqueOrThrow({ where: { id: storyId }, select: { workingRevision: { select: { headline: true } } } })).workingRevision?.headline
const isStored = (page: TestEditor, n: number) => page.messages.some((message) => message.type === 'stored' && message.n >= n)

test.each([
  ['signed out everywhere', { sessionVersion: { increment: 1 } }],
  ['deactivated', { deactivatedAt: new Date() }],
])('somebody %s is out within a second, and what they type then is not stored', async (_name, data) => {
  const { storyId, editor } = await aStory('EDITING', { headline: 'Before' })
  const page = await opened({ actor: editor, storyId })
  await db().user.update({ where: { id: editor.userId }, data })
  page.doc.getText('headline').insert(0, 'Late. ')
  expect(await until(() => ended(page), WITHIN)).toMatchObject({ reason: 'signed-out', message: 'You are signed out. Sign in and try again.' })
  await until(() => page.closes.includes(4401))
  await until(() => page.refusals.includes('signed-out'))
  await paused(700)
  expect(await headlineOf(storyId)).toBe('Before')
})

test('a role that is taken away ends writing, and reading goes on; given back, what was typed meanwhile is taken', async () => {
  const { storyId, editor } = await aStory('EDITING', { headline: 'Before' })
  const page = await opened({ actor: editor, storyId })
  await db().user.update({ where: { id: editor.userId }, data: { role: 'WRITER' } })
  await until(() => told(page), WITHIN)
  page.doc.getText('headline').insert(0, 'Not yet. ')
  const n = page.mark()
  await paused(700)
  expect(isStored(page, n)).toBe(false)
  expect(await headlineOf(storyId)).toBe('Before')
  await db().user.update({ where: { id: editor.userId }, data: { role: 'EDITOR' } })
  await until(() => isStored(page, n), 3_000)
  expect(await headlineOf(storyId)).toBe('Not yet. Before')
  expect(page.closes).toEqual([])
})

test('a story that is handed in is closed to its writer, not to editors; sent back it is open again', async () => {
  const { storyId, writer, editor, revisionId } = await aStory('DRAFT', { headline: 'Before' })
  const [hers, his] = [await opened({ actor: writer, storyId }), await opened({ actor: editor, storyId })]
  done(await submitStory(writer, { storyId, revisionId }))
  await until(() => told(hers) && told(his), WITHIN)
  hers.doc.getText('headline').insert(0, 'Late. ')
  setText(his.doc.getText('deck'), 'An editor goes on.')
  await his.stored()
  expect(await headlineOf(storyId)).toBe('Before')
  done(await sendBack(editor, { storyId, revisionId: await newestRevision(storyId), notes: 'Say more, please.', request: 'SUGGESTION', reason: '' }))
  const n = hers.mark()
  await until(() => isStored(hers, n), 3_000)
  expect(await headlineOf(storyId)).toBe('Late. Before')
})

test('a note, its answer and its settling are told to whoever has the story open, each time', async () => {
  const { storyId, writer, editor, revisionId } = await aStory('EDITING', { headline: 'Before' })
  const page = await opened({ actor: editor, storyId })
  const times = () => page.messages.filter(({ type }) => type === 'standing').length
  const { noteId } = done(await addNote(writer, { storyId, revisionId, body: 'Which bus?', blocking: false, anchor: null, mentions: [] }))
  await until(() => times() === 1, WITHIN)
  done(await answerNote(editor, { noteId, body: 'Line 4.', mentions: [] }))
  await until(() => times() === 2, WITHIN)
  done(await resolveNote(editor, { noteId }))
  await until(() => times() === 3, WITHIN)
})

test('what was typed in the moment before a hand-in and not stored is not stored afterwards against the rights', async () => {
  const { storyId, writer, revisionId } = await aStory('DRAFT', { headline: 'Before' })
  const page = await opened({ actor: writer, storyId })
  page.doc.getText('headline').insert(0, 'In the last moment. ')
  const n = page.mark()
  await paused(50)
  done(await submitStory(writer, { storyId, revisionId }))
  await until(() => told(page) || page.closes.length > 0, WITHIN)
  await paused(1_000)
  expect(await headlineOf(storyId)).toBe('Before')
  expect(isStored(page, n)).toBe(false)
  await until(page.synced)
  expect(page.doc.getText('headline').toString()).toBe('In the last moment. Before')
})

test('a withdrawn story is closed to everybody', async () => {
  const { storyId, editor, adviser, revisionId } = await aStory('LIVE')
  const page = await opened({ actor: editor, storyId })
  done(await withdrawStory(adviser, { storyId, revisionId, reason: 'A test of withdrawing.' }))
  expect(await until(() => ended(page), WITHIN)).toMatchObject({ reason: 'withdrawn' })
  const again = await opened({ actor: editor, storyId })
  expect(again.provider.authorizedScope).toBe('readonly')
})

test('somebody who gets a byline may write, and without it no more', async () => {
  const { storyId, editor, content } = await aStory('DRAFT', { headline: 'Before' })
  const actor = await anActor('WRITER')
  const page = await opened({ actor, storyId })
  expect(page.provider.authorizedScope).toBe('readonly')
  done(await changeDraft(editor, storyId, (now) => ({ ...now, bylines: [...now.bylines, { staffId: actor.staffId, name: null, credit: '' }] })))
  await until(() => told(page), WITHIN)
  setText(page.doc.getText('headline'), 'Mine too')
  await page.stored()
  expect(await headlineOf(storyId)).toBe('Mine too')
  page.messages.length = 0
  done(await changeDraft(editor, storyId, (now) => ({ ...now, bylines: content.bylines })))
  await until(() => told(page), WITHIN)
  page.doc.getText('headline').insert(0, 'No longer ')
  await paused(700)
  expect(await headlineOf(storyId)).toBe('Mine too')
})

test('a session that ends by its time ends the connection', async () => {
  const { storyId, editor } = await aStory('EDITING')
  const page = await opened({ actor: editor, storyId })
  const [draft] = [...server.together.drafts.values()].filter((one) => one.storyId === storyId)
  for (const one of draft?.editors ?? []) one.session.endsAt = Date.now() - 1
  await db().user.update({ where: { id: editor.userId }, data: { role: 'EDITOR' } })
  await until(() => ended(page), WITHIN)
})

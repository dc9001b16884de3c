import { randomBytes } from 'node:crypto'
import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { afterAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { setText } from '#domain/together/shared-draft.ts'
import { sharedDraftName, TOGETHER_PATH } from '#domain/together/messages.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { openSharedDraft } from '../stories/shared-draft.ts'
import { approveRevision, publishRevision } from '../stories/moves.ts'
import { anActor, aStory } from '../testing/builders.ts'
import { cookieOf, openSynced, serveTogether, until, type TestEditor } from '../testing/together.ts'

const server = await serveTogether()
const open: TestEditor[] = []
const unhandled: unknown[] = []
const note = (reason: unknown) => void unhandled.push(reason)
process.on('unhandledRejection', note)
afterAll(async () => {
  for (const editor of open) editor.close()
  await server.close()
  process.off('unhandledRejection', note)
})
/** On a busy machine, in ms. */
const SLOW = 60_000
const paused = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function opened(of: Omit<Parameters<typeof openSynced>[0], 'port'>): Promise<TestEditor> {
  const editor = await openSynced({ port: server.port, ...of })
  open.push(editor)
  return editor
}

/** A connection that says what it likes; `heard` counts what it is told. */
async function rawSocket(cookie: string): Promise<{ send: (message: Uint8Array) => void; heard: () => number; ended: Promise<number>; end: () => Promise<number> }> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${TOGETHER_PATH}`, { headers: { cookie, origin: env().SITE_URL } })
  socket.on('error', () => undefined)
  await new Promise((resolve) => socket.on('open', resolve))
  const ended = new Promise<number>((resolve) => socket.on('close', resolve))
  let heard = 0
  socket.on('message', () => (heard += 1))
  return {
    send: (message) => socket.send(message),
    heard: () => heard,
    ended,
    end: () => {
      socket.close()
      return ended
    },
  }
}

const AUTH = 2
const SYNC = 0
function message(name: string, type: number, write: (encoder: ReturnType<typeof createEncoder>) => void): Uint8Array {
  const encoder = createEncoder()
  writeVarString(encoder, name)
  writeVarUint(encoder, type)
  write(encoder)
  return toUint8Array(encoder)
}
const introduction = (name: string, token: string) =>
  message(name, AUTH, (encoder) => {
    writeVarUint(encoder, 0)
    writeVarString(encoder, token)
  })
const update = (name: string, bytes: Uint8Array) =>
  message(name, SYNC, (encoder) => {
    writeVarUint(encoder, 2)
    writeVarUint8Array(encoder, bytes)
  })

test('typing while somebody decides: what was approved is frozen as it was, and what is live is what was approved', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { storyId, revisionId, editor, adviser } = await aStory('REVIEW', { headline: 'As it was' })
    const page = await opened({ actor: editor, storyId })
    setText(page.doc.getText('headline'), `Typed ${round}`)
    await paused(round * 60)
    const approved = await approveRevision(adviser, { storyId, revisionId })
    page.doc.getText('deck').insert(0, 'More. ')
    const published = approved.ok ? await publishRevision(adviser, { storyId, revisionId }) : approved
    await page.stored()
    const story = await db().story.findUniqueOrThrow({ where: { id: storyId }, select: { state: true, liveRevisionId: true, workingRevision: { select: { id: true, headline: true } } } })
    const decided = await db().revision.findUniqueOrThrow({ where: { id: revisionId }, select: { headline: true, deck: true, frozenAt: true } })
    expect(decided).toMatchObject({ headline: 'As it was', deck: 'What it is about.', frozenAt: expect.any(Date) })
    expect(story.liveRevisionId).toBe(published.ok ? revisionId : null)
    expect(story.workingRevision).toMatchObject({ headline: `Typed ${round}` })
    expect(story.workingRevision?.id).not.toBe(revisionId)
    expect(['REVIEW', 'DRAFT']).toContain(story.state)
    page.close()
  }
}, SLOW)

test('a page that pays no heed to what it may: its changes of a story that is not its to write reach nobody', async () => {
  const { storyId, editor, writer } = await aStory('EDITING', { headline: 'Theirs' })
  const watching = await opened({ actor: editor, storyId })
  const row = await openSharedDraft(storyId)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, row?.state ?? new Uint8Array())
  const before = Y.encodeStateVector(doc)
  setText(doc.getText('headline'), 'Mine')
  const bytes = Y.encodeStateAsUpdate(doc, before)
  const name = sharedDraftName(storyId, row?.generation ?? '')
  for (const actor of [writer, await anActor('WRITER')]) {
    const socket = await rawSocket(await cookieOf(actor))
    // Before it is let in, in the same breath, and afterwards.
    socket.send(update(name, bytes))
    socket.send(introduction(name, actor.userId))
    socket.send(update(name, bytes))
    await paused(600)
    socket.send(update(name, bytes))
    await paused(600)
    await socket.end()
  }
  expect(watching.doc.getText('headline').toString()).toBe('Theirs')
  expect(await db().story.findUniqueOrThrow({ where: { id: storyId }, select: { workingRevision: { select: { headline: true } } } })).toEqual({ workingRevision: { headline: 'Theirs' } })
})

test.each([
  ['asks for the whole story', 0, Uint8Array.of(0)],
  ['asks whether its own copy is the same', 1, Y.encodeStateAsUpdate(new Y.Doc())],
])('a page that %s again and again is cut off: each answer takes reading all of it', async (_name, type, bytes) => {
  const { storyId } = await aStory('DRAFT')
  const actor = await anActor('WRITER')
  const name = sharedDraftName(storyId, (await openSharedDraft(storyId))?.generation ?? '')
  const socket = await rawSocket(await cookieOf(actor))
  socket.send(introduction(name, actor.userId))
  await until(() => socket.heard() > 0)
  const again = message(name, SYNC, (encoder) => {
    writeVarUint(encoder, type)
    writeVarUint8Array(encoder, bytes)
  })
  for (let n = 0; n < 1_500; n += 1) socket.send(again)
  expect(await socket.ended).toBe(4429)
  expect(socket.heard()).toBeLessThan(200)
})

test('whatever comes over the wire, nobody else notices, and nothing is left unhandled', async () => {
  const { storyId, editor, writer } = await aStory('DRAFT', { headline: 'Sound' })
  const watching = await opened({ actor: editor, storyId })
  const { generation } = (await openSharedDraft(storyId)) ?? { generation: '' }
  const name = sharedDraftName(storyId, generation)
  const cookie = await cookieOf(writer)
  const noise = (type: number) => message(name, type, (encoder) => writeUint8Array(encoder, new Uint8Array(randomBytes(40))))
  const oddNames = ['', '__proto__', 'constructor', 'toString', '__proto__\0x', `${name}\0__proto__`, `${storyId}/__proto__`, `${name}/..`, '\ud800', 'x'.repeat(60_000)]
  const attacks = [
    ...oddNames.map((odd) => [introduction(odd, writer.userId), update(odd, new Uint8Array(randomBytes(20)))]),
    ...oddNames.map((odd) => [introduction(name, writer.userId), introduction(odd, writer.userId), update(odd, new Uint8Array(2))]),
    ...Array.from({ length: 20 }, (_, type) => [introduction(name, writer.userId), noise(type % 12), noise(type % 12)]),
    ...Array.from({ length: 10 }, () => [new Uint8Array(randomBytes(30)), new Uint8Array(randomBytes(3)), new Uint8Array(0)]),
    [introduction(name, '__proto__'), introduction(name, writer.userId), introduction(name, writer.userId)],
  ]
  for (const attack of attacks) {
    const socket = await rawSocket(cookie)
    for (const one of attack) socket.send(one)
    await paused(10)
    await socket.end()
  }
  expect(Reflect.ownKeys(Object.prototype)).not.toContain('providerVersion')
  setText(watching.doc.getText('headline'), 'All is well')
  await watching.stored()
  expect([watching.closes, unhandled]).toEqual([[], []])
  await until(async () => (await db().presence.count({ where: { storyId, userId: writer.userId } })) === 0)
}, SLOW)

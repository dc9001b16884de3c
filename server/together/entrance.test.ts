import { randomUUID } from 'node:crypto'
import { HocuspocusProvider } from '@hocuspocus/provider'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { afterAll, describe, expect, test, vi } from 'vitest'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { MAX_UPDATE_BYTES, partsOfDraft, setText } from '#domain/together/shared-draft.ts'
import { sharedDraftName, TOGETHER_PATH } from '#domain/together/messages.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { log } from '../log.ts'
import { openSharedDraft } from '../stories/shared-draft.ts'
import { anActor, aStory } from '../testing/builders.ts'
import { cookieOf, openEditor, openSynced, serveTogether, until, type TestEditor } from '../testing/together.ts'
import { MAX_PER_PERSON } from './limits.ts'

const server = await serveTogether()
const { port } = server
const open: TestEditor[] = []
afterAll(async () => {
  for (const editor of open) editor.close()
  await server.close()
})
const kept = (editor: TestEditor) => {
  open.push(editor)
  return editor
}
const paused = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The status with which an upgrade is refused; 101 when it is not. */
function statusOf(headers: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${TOGETHER_PATH}`, { headers })
    socket.on('error', () => undefined)
    socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode ?? 0))
    socket.on('open', () => {
      resolve(101)
      socket.close()
    })
  })
}

describe('who is let in', () => {
  test('only pages of ours', async () => {
    const cookie = await cookieOf(await anActor('EDITOR'))
    for (const origin of ['https://evil.example', 'null', `${env().SITE_URL}.evil.example`, env().SITE_URL.replace('http:', 'https:')]) expect([origin, await statusOf({ cookie, origin })]).toEqual([origin, 403])
    expect(await statusOf({ cookie })).toBe(403)
    expect(await statusOf({ cookie, origin: env().SITE_URL })).toBe(101)
  })

  test.each<[string, (actor: Awaited<ReturnType<typeof anActor>>) => Promise<string>]>([
    ['nobody', async () => ''],
    ['a cookie of another name', async (actor) => `other=${(await cookieOf(actor)).split('=')[1]}`],
    ['a forged cookie', (actor) => cookieOf(actor, { secret: 'another secret of the tests, long enough' })],
    ['a cookie of yesterday', (actor) => cookieOf(actor, { maxAge: -60 })],
    ['a session that was ended', async (actor) => {
      const cookie = await cookieOf(actor)
      await db().user.update({ where: { id: actor.userId }, data: { sessionVersion: { increment: 1 } } })
      return cookie
    }],
    ['a deactivated account', async (actor) => {
      const cookie = await cookieOf(actor)
      await db().user.update({ where: { id: actor.userId }, data: { deactivatedAt: new Date() } })
      return cookie
    }],
  ])('%s is told to sign in and gets nothing', async (_name, cookie) => {
    const { storyId, editor } = await aStory('DRAFT', { headline: 'Secret' })
    const page = kept(await openEditor({ port, actor: editor, storyId, cookie: await cookie(editor) }))
    await until(() => page.refusals.includes('signed-out'))
    expect(page.messages[0]).toMatchObject({ type: 'ended', reason: 'signed-out' })
    await until(() => page.closes.includes(4401))
    expect(page.doc.getText('headline').toString()).toBe('')
  })

  test('nobody with the page of somebody else', async () => {
    const { storyId, editor, writer } = await aStory('DRAFT')
    const page = kept(await openEditor({ port, actor: editor, storyId, token: writer.userId }))
    await until(() => page.refusals.includes('signed-out'))
  })

  test('nobody to a story that is not there, to another generation, or to another name', async () => {
    const { storyId, editor } = await aStory('DRAFT')
    const { generation } = (await openSharedDraft(storyId)) ?? { generation: '' }
    const page = async (of: { storyId: string; generation: string }) => kept(await openEditor({ port, actor: editor, ...of }))
    const [nowhere, outdated, odd] = [await page({ storyId: randomUUID(), generation }), await page({ storyId, generation: randomUUID() }), await page({ storyId: '../x', generation })]
    await until(() => nowhere.refusals[0] === 'forbidden')
    await until(() => outdated.refusals[0] === 'generation')
    await until(() => odd.refusals[0] === 'forbidden')
    expect(outdated.doc.getText('headline').toString()).toBe('')
  })

  test('a writer reads the story of others, and what they send changes nothing and is not called stored', async () => {
    const { storyId, editor } = await aStory('DRAFT', { headline: 'Theirs' })
    const [reader, owner] = [kept(await openSynced({ port, actor: await anActor('WRITER'), storyId })), kept(await openSynced({ port, actor: editor, storyId }))]
    expect(reader.doc.getText('headline').toString()).toBe('Theirs')
    await reader.stored()
    reader.doc.getText('headline').insert(0, 'Not ')
    const n = reader.mark()
    await paused(700)
    expect(reader.messages.some((message) => message.type === 'stored' && message.n >= n)).toBe(false)
    expect(owner.doc.getText('headline').toString()).toBe('Theirs')
    // Offline changes of somebody who may not write are no better.
    reader.close()
    const back = kept(await openSynced({ port, actor: await anActor('WRITER'), storyId, doc: reader.doc }))
    const late = back.mark()
    await paused(300)
    expect(back.messages.some((message) => message.type === 'stored' && message.n >= late)).toBe(false)
    expect(owner.doc.getText('headline').toString()).toBe('Theirs')
  })

  test('a person cannot hold more than some connections', async () => {
    const { storyId, editor } = await aStory('DRAFT')
    const pages = await Promise.all(Array.from({ length: MAX_PER_PERSON }, () => openSynced({ port, actor: editor, storyId })))
    expect(await statusOf({ cookie: await cookieOf(editor), origin: env().SITE_URL })).toBe(429)
    expect(await statusOf({ cookie: await cookieOf(await anActor('EDITOR')), origin: env().SITE_URL })).toBe(101)
    for (const page of pages) page.close()
    await until(async () => (await statusOf({ cookie: await cookieOf(editor), origin: env().SITE_URL })) === 101)
  })

  test('one connection opens one story', async () => {
    const [first, second] = [await aStory('DRAFT', { headline: 'First' }), await aStory('DRAFT', { headline: 'Second' })]
    const page = kept(await openSynced({ port, actor: first.editor, storyId: first.storyId }))
    const { generation } = (await openSharedDraft(second.storyId)) ?? { generation: '' }
    const refusals: string[] = []
    const other = new HocuspocusProvider({ name: sharedDraftName(second.storyId, generation), document: new Y.Doc(), token: '', websocketProvider: page.socket, onAuthenticationFailed: ({ reason }) => refusals.push(reason) })
    other.attach()
    await until(() => refusals.includes('forbidden'))
    expect(other.document.getText('headline').toString()).toBe('')
    other.destroy()
  })
})

describe('hostile pages', () => {
  const hostile: [string, (doc: Y.Doc) => void][] = [
    ['an unknown node', (doc) => partsOfDraft(doc).body.push([new Y.XmlElement('script')])],
    ['another root', (doc) => doc.getMap('admin').set('role', 'ADMIN')],
    ['a link that runs code', (doc) => {
      const text = new Y.XmlText()
      const paragraph = new Y.XmlElement('paragraph')
      partsOfDraft(doc).body.push([paragraph])
      paragraph.push([text])
      text.insert(0, 'x', { link: { href: 'javascript:alert(1)' } })
    }],
  ]
  test.each(hostile)('%s is not applied, and its sender is shut out', async (_name, change) => {
    const { storyId, editor, writer } = await aStory('DRAFT', { headline: 'Sound' })
    const [bad, good] = [kept(await openSynced({ port, actor: writer, storyId })), kept(await openSynced({ port, actor: editor, storyId }))]
    bad.doc.transact(() => change(bad.doc))
    await until(() => bad.messages.some((message) => message.type === 'ended' && message.reason === 'forbidden'))
    await until(() => bad.closes.includes(4403))
    setText(good.doc.getText('headline'), 'Still sound')
    await good.stored()
    const row = await openSharedDraft(storyId)
    const stored = new Y.Doc()
    Y.applyUpdate(stored, row?.state ?? new Uint8Array())
    expect(JSON.stringify([stored.getXmlFragment('body').toString(), stored.getMap('admin').toJSON()])).not.toMatch(/script|ADMIN/)
  })

  test('the same, offline and brought back', async () => {
    const { storyId, writer } = await aStory('DRAFT')
    const page = kept(await openSynced({ port, actor: writer, storyId }))
    page.close()
    partsOfDraft(page.doc).body.push([new Y.XmlElement('script')])
    const back = kept(await openEditor({ port, actor: writer, storyId, doc: page.doc }))
    await until(() => back.messages.some((message) => message.type === 'ended' && message.reason === 'forbidden'))
  })

  test('what is too long, unreadable, unknown or too much ends the connection, and nobody else notices', async () => {
    const { storyId, editor, writer } = await aStory('DRAFT')
    const watching = kept(await openSynced({ port, actor: editor, storyId }))
    const { generation } = (await openSharedDraft(storyId)) ?? { generation: '' }
    const name = sharedDraftName(storyId, generation)
    const message = (...parts: (number | string)[]) => {
      const encoder = createEncoder()
      for (const part of [name, ...parts]) {
        if (typeof part === 'string') writeVarString(encoder, part)
        else writeVarUint(encoder, part)
      }
      return new Uint8Array(toUint8Array(encoder))
    }
    const attacks: ((socket: { send: (data: string | Uint8Array<ArrayBuffer>) => void }) => void)[] = [
      (socket) => socket.send(new Uint8Array(MAX_UPDATE_BYTES + 100_000)),
      (socket) => socket.send('text'),
      (socket) => socket.send(message(0, 2, 'no update')),
      (socket) => socket.send(message(5, 'no mark')),
      (socket) => socket.send(message(5, JSON.stringify({ type: 'mark', n: -1 }))),
      (socket) => socket.send(message(6, 'to everybody')),
      (socket) => {
        for (let n = 0; n < 5_000; n += 1) socket.send(message(5, JSON.stringify({ type: 'mark', n })))
      },
    ]
    for (const attack of attacks) {
      const page = await openSynced({ port, actor: writer, storyId })
      const { webSocket } = page.socket
      if (webSocket === null) throw new Error('no socket')
      attack(webSocket)
      await until(() => page.closes.length > 0)
      page.close()
    }
    setText(watching.doc.getText('headline'), 'All is well')
    await watching.stored()
    expect(watching.closes).toEqual([])
  })

  test('who is signed out may say who they are, and no more: nothing large is kept for them', async () => {
    const { storyId, writer } = await aStory('DRAFT')
    const { generation } = (await openSharedDraft(storyId)) ?? { generation: '' }
    const frame = (bytes: number) => {
      const encoder = createEncoder()
      writeVarString(encoder, sharedDraftName(storyId, generation))
      return Buffer.concat([toUint8Array(encoder), Buffer.alloc(bytes, 0)])
    }
    const closeOf = async (headers: Record<string, string>, send: (socket: WebSocket) => void) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${TOGETHER_PATH}`, { headers: { origin: env().SITE_URL, ...headers } })
      const code = new Promise<number>((resolve) => socket.on('close', resolve))
      socket.on('error', () => undefined)
      await new Promise((resolve) => socket.on('open', resolve))
      send(socket)
      return code
    }
    expect(await closeOf({}, (socket) => socket.send(frame(1024 * 1024)))).toBe(1009)
    const written = vi.spyOn(log, 'warn')
    expect(await closeOf({}, (socket) => {
      for (let n = 0; n < 2_000; n += 1) socket.send(frame(1_000))
    })).toBe(4401)
    // One line for all of them, or the log would be the way to fill the disk.
    expect(written.mock.calls.filter(([, words]) => words === 'together: over the limit')).toHaveLength(1)
    written.mockRestore()
    const page = kept(await openSynced({ port, actor: writer, storyId }))
    setText(page.doc.getText('headline'), 'x'.repeat(100_000))
    await page.stored()
  })

  test('nobody shows a name that is not theirs, or the place of somebody else', async () => {
    const { storyId, editor, writer } = await aStory('DRAFT')
    const [liar, honest] = [kept(await openSynced({ port, actor: writer, storyId })), kept(await openSynced({ port, actor: editor, storyId }))]
    honest.provider.setAwarenessField('user', { userId: editor.userId, name: editor.name, color: '#112233' })
    liar.provider.setAwarenessField('user', { userId: editor.userId, name: 'The adviser', color: 'url(https://evil.example)' })
    liar.provider.setAwarenessField('extra', 'x'.repeat(1_000))
    const seen = () => honest.provider.awareness?.getStates().get(liar.doc.clientID)
    const user = await until(() => seen()?.user)
    expect(user).toEqual({ userId: writer.userId, name: writer.name, color: '#555555' })
    expect(seen()).not.toHaveProperty('extra')
    // Speaks for the page of the other one.
    const awareness = liar.provider.awareness
    const clientId = honest.doc.clientID
    awareness?.states.set(clientId, { user: { userId: 'x', name: 'Nobody', color: '#000000' } })
    awareness?.meta.set(clientId, { clock: 1_000, lastUpdated: 0 })
    awareness?.emit('update', [{ added: [], updated: [clientId], removed: [] }, 'local'])
    await paused(300)
    const own = kept(await openSynced({ port, actor: editor, storyId }))
    const shown = await until(() => own.provider.awareness?.getStates().get(clientId)?.user)
    expect(shown).toEqual({ userId: editor.userId, name: editor.name, color: '#112233' })
  })
})

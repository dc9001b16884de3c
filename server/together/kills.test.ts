import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { contentFrom, partsOfDraft } from '#domain/together/shared-draft.ts'
import { plainText } from '#domain/document/plain-text.ts'
import { db } from '../db.ts'
import { bodyOf } from '../stories/content.ts'
import { findSharedDraft } from '../stories/shared-draft.ts'
import { aStory } from '../testing/builders.ts'
import { openSynced, until, type TestEditor } from '../testing/together.ts'

const KILLS = 50
const PROGRAM = path.join(import.meta.dirname, '..', 'testing', 'together-process.ts')

/** Servers that have loaded everything and wait for the port, so that a restart takes no longer than it must. */
function spares() {
  const cache = mkdtempSync(path.join(tmpdir(), 'fourth-period-compile-'))
  const all = new Set<ChildProcess>()
  const load = async () => {
    const child = fork(PROGRAM, { execArgv: ['--conditions=react-server'], env: { ...process.env, NODE_COMPILE_CACHE: cache, VITEST: undefined }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    all.add(child)
    child.once('exit', () => all.delete(child))
    await Promise.race([once(child, 'message'), once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server ended at once (${String(code)})`)))])
    return child
  }
  const waiting: Promise<ChildProcess>[] = []
  const prepare = () => {
    const child = load()
    // Those that are left over at the end are killed while they load.
    child.catch(() => undefined)
    waiting.push(child)
  }
  for (let spare = 0; spare < 3; spare += 1) prepare()
  return {
    /** The next one, listening on `port`. */
    async next(port: number): Promise<ChildProcess> {
      const child = await (waiting.shift() ?? load())
      prepare()
      child.send(port)
      const [answer]: unknown[] = await once(child, 'message')
      expect(answer).toEqual({ ready: port })
      return child
    },
    end(): void {
      for (const child of all) child.kill('SIGKILL')
      rmSync(cache, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port }: Pick<AddressInfo, 'port'> = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

function bodyText(doc: Y.Doc): Y.XmlText {
  const paragraph = partsOfDraft(doc).body.get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('no text to write in')
  return text
}

/** Characters of one UTF-16 unit that an alphabet of ours has. */
const MOST = 10_000

/** Somebody who types without a pause, a character that nobody types twice each time; knows which are acknowledged. */
function typist(page: TestEditor, alphabet: number) {
  let typed = 0
  let read = 0
  const acknowledged = { count: 0 }
  const marks = new Map<number, number>()
  const character = (n: number) => String.fromCodePoint(alphabet + n)
  const timer = setInterval(() => {
    for (; read < page.messages.length; read += 1) {
      const message = page.messages[read]
      const covered = message?.type === 'stored' ? marks.get(message.n) : undefined
      if (covered !== undefined) acknowledged.count = Math.max(acknowledged.count, covered)
    }
    if (typed === MOST) return
    const text = bodyText(page.doc)
    // Somewhere in the middle, as people do, so that the two are in each other's way.
    text.insert(Math.floor(Math.random() * (text.length + 1)), character(typed))
    typed += 1
    if (typed % 5 === 0) marks.set(page.mark(), typed)
  }, 20)
  return {
    typed: () => Array.from({ length: typed }, (_, n) => character(n)),
    acknowledged: () => Array.from({ length: acknowledged.count }, (_, n) => character(n)),
    stop: () => clearInterval(timer),
  }
}

const missingIn = (text: string, wanted: readonly string[]) => {
  const there = new Set(text)
  return wanted.filter((one) => !there.has(one))
}

test('a server that is killed 50 times while two people type loses nothing and doubles nothing', { timeout: 600_000 }, async () => {
  const { storyId, writer, editor } = await aStory('DRAFT')
  const servers = spares()
  onTestFinished(servers.end)
  const port = await freePort()
  let server = await servers.next(port)
  const pages = [await openSynced({ port, actor: writer, storyId, within: 30_000 }), await openSynced({ port, actor: editor, storyId, within: 30_000 })]
  onTestFinished(() => {
    for (const page of pages) page.close()
  })
  const people = pages.map((page, index) => typist(page, index === 0 ? 0x4e00 : 0xac00))
  const storedText = async () => {
    const row = await findSharedDraft(db(), storyId)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, row?.state ?? new Uint8Array())
    return plainText(contentFrom(doc).content.body)
  }

  const acknowledgements = () => people.reduce((sum, person) => sum + person.acknowledged().length, 0)
  for (let kill = 0; kill < KILLS; kill += 1) {
    // On a slow machine nothing might ever be called stored between two kills, and nothing would be tried.
    const before = acknowledgements()
    if (kill % 5 === 4) await until(() => acknowledgements() > before || people.every((person) => person.typed().length === person.acknowledged().length), 60_000)
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 1_000))
    const promised = people.map((person) => person.acknowledged())
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
    // What was called stored is in the database, whenever the server dies.
    const text = await storedText()
    for (const characters of promised) expect(missingIn(text, characters)).toEqual([])
    server = await servers.next(port)
  }
  for (const person of people) person.stop()

  await until(() => pages.every((page) => page.synced()), 30_000)
  for (const page of pages) await page.stored(30_000)
  const [hers, his] = pages.map((page) => bodyText(page.doc).toString())
  expect(hers).toBe(his)
  const { workingRevision } = await db().story.findUniqueOrThrow({ where: { id: storyId }, select: { workingRevision: { select: { id: true, body: true } } } })
  if (workingRevision === null) throw new Error('no revision')
  expect(plainText(bodyOf(workingRevision))).toBe(hers)
  const typed = people.flatMap((person) => person.typed())
  const foreign = [...(hers ?? '')].filter((one) => (one.codePointAt(0) ?? 0) >= 0x4e00)
  expect(foreign.toSorted()).toEqual(typed.toSorted())
  expect(acknowledgements()).toBeGreaterThan(KILLS)
})

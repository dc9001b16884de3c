import * as Y from 'yjs'
import type { StoryContent } from '#domain/story.ts'
import type { ToEditor } from '#domain/together/messages.ts'
import { contentFrom, newSharedDraft } from '#domain/together/shared-draft.ts'
import type { DraftWorld, Keeper, WireEvents } from './draft-world.ts'
import type { DraftOrigin } from './shared-session.ts'

export const BLANK: StoryContent = {
  headline: 'Before', deck: '', slug: '', sectionId: null, tags: [], bylines: [], lead: null, body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'It begins.' }] }] },
}
export const INES = { userId: 'ines', name: 'Ines Okonjo' }
export const MARLOW = { userId: 'marlow', name: 'Marlow Petrakis' }
export const ORIGIN: DraftOrigin = {
  id: 'story', generation: 'first', userId: INES.userId, userName: INES.name, savedAt: '2026-11-24T10:40:00.000Z', revisionId: 'revision-0', canEdit: true, content: BLANK,
}

/** A clock that is turned by hand. */
export function fakeClock() {
  let now = 0
  const timers = new Set<{ at: number; work: () => void }>()
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  return {
    now: () => now,
    later: (work: () => void, ms: number) => {
      const timer = { at: now + ms, work }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    /** Lets so many milliseconds pass, and everything happen that is due meanwhile. */
    async pass(ms: number) {
      const end = now + ms
      await settle()
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
        if (next === undefined) break
        now = next.at
        timers.delete(next)
        next.work()
        await settle()
      }
      now = end
    },
  }
}

/** What stays on a computer between two visits: the document, and whether it holds anything unsent. */
export function fakeDisk() {
  return { update: null as Uint8Array | null, unsent: false, works: true }
}

type Line = { doc: Y.Doc; events: WireEvents; userId: string }

/** A paper with one story: a server that can be stopped, and a database behind it that can be stopped, too. */
export function fakePaper(clock = fakeClock(), content = BLANK) {
  let live = newSharedDraft(content)
  let stored = Y.encodeStateAsUpdate(live)
  let version = 1
  const lines = new Set<Line>()
  const paper = {
    clock,
    up: true,
    database: true,
    refuses: null as string | null,
    signedIn: { userId: INES.userId, name: INES.name } as { userId: string; name: string } | null,
    problems: [] as { field?: string; message: string }[],
    marks: 0,
    /** What the database holds. */
    inDatabase: () => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, stored)
      return contentFrom(doc).content
    },
    tell: (message: ToEditor) => [...lines].forEach(({ events }) => events.onMessage(JSON.stringify(message))),
    /** The process dies: what is not in the database is gone from it. */
    kill() {
      paper.up = false
      const cut = [...lines]
      lines.clear()
      live = new Y.Doc()
      Y.applyUpdate(live, stored)
      for (const { events } of cut) events.onClosed()
    },
    world,
  }

  function answer(line: Line, text: string): void {
    const { n }: { n: number } = JSON.parse(text)
    paper.marks += 1
    if (!paper.database) return
    stored = Y.encodeStateAsUpdate(live)
    version += 1
    const message: ToEditor = { type: 'stored', n, version, revisionId: `revision-${version}`, savedAt: `2026-11-24T11:${String(version).padStart(2, '0')}:00.000Z`, state: 'DRAFT', checks: [], problems: paper.problems }
    clock.later(() => lines.has(line) && line.events.onMessage(JSON.stringify(message)), 10)
  }
  function join(line: Line): void {
    if (!paper.up) return line.events.onClosed()
    if (paper.refuses !== null) return line.events.onRefused(paper.refuses)
    lines.add(line)
    Y.applyUpdate(line.doc, Y.encodeStateAsUpdate(live), live)
    Y.applyUpdate(live, Y.encodeStateAsUpdate(line.doc), line)
    for (const other of lines) Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(live), live)
    line.events.onSynced()
  }
  function connectLine(doc: Y.Doc, userId: string, events: WireEvents) {
    const line: Line = { doc, events, userId }
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === live || !lines.has(line)) return
      Y.applyUpdate(live, update, line)
      for (const other of lines) if (other !== line) Y.applyUpdate(other.doc, update, live)
    })
    return {
      open: () => void clock.later(() => join(line), 5),
      close: () => void lines.delete(line),
      say: (text: string) => lines.has(line) && answer(line, text),
    }
  }
  function keeperOf(doc: Y.Doc, disk: ReturnType<typeof fakeDisk>, onTrouble: () => void): Keeper & { trouble: () => void } {
    let open = true
    const save = () => {
      if (open && disk.works) disk.update = Y.encodeStateAsUpdate(doc)
    }
    doc.on('update', save)
    const opened = async () => {
      if (!disk.works) return null
      if (disk.update !== null) Y.applyUpdate(doc, disk.update, disk)
      return { unsent: disk.unsent }
    }
    return {
      opened: opened(),
      markUnsent: (unsent) => {
        if (open && disk.works) disk.unsent = unsent
      },
      close: () => {
        open = false
      },
      trouble: onTrouble,
    }
  }
  /** A browser of the person who is signed in there, with a disk of its own. */
  function world(disk = fakeDisk(), who: () => { userId: string; name: string } | null = () => paper.signedIn): DraftWorld {
    return {
      later: clock.later,
      now: clock.now,
      connect: (shared, events) => connectLine(shared.doc, shared.me.userId, events),
      keep: (shared, onTrouble) => keeperOf(shared.doc, disk, onTrouble),
      earlier: async () => [],
      forget: () => {},
      setAside: async () => {},
      whoIsSignedIn: async () => (paper.up ? who() : 'unknown'),
    }
  }
  return paper
}

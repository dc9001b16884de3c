import { EMPTY_DOCUMENT } from '#domain/document/schema.ts'
import type { StoryContent } from '#domain/story.ts'
import type { DraftWorld } from './draft-session.ts'
import type { CurrentDraft, SaveAnswer } from './draft-transport.ts'
import type { CopyStorage } from './kept-copy.ts'

/** Storage in memory; `full` makes it refuse to write. */
export function fakeStorage() {
  const values = new Map<string, string>()
  const storage: CopyStorage & { full: boolean; values: Map<string, string> } = {
    full: false,
    values,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      if (storage.full) throw new Error('QuotaExceededError')
      values.set(key, value)
    },
    removeItem: (key) => void values.delete(key),
    key: (index) => [...values.keys()][index] ?? null,
    get length() {
      return values.size
    },
  }
  return storage
}

export const BLANK: StoryContent = { headline: '', deck: '', slug: '', sectionId: null, tags: [], bylines: [], lead: null, body: EMPTY_DOCUMENT }

type Sent = { version: number; content: StoryContent; answer: (answer: SaveAnswer) => Promise<void> }

/** A world whose clock, timers and server are turned by hand. */
export function fakeWorld() {
  let now = Date.parse('2026-11-24T10:40:00.000Z')
  let tabs = 0
  const timers = new Set<{ at: number; work: () => void }>()
  const sent: Sent[] = []
  const storage = fakeStorage()
  const state: { current: CurrentDraft | null } = { current: null }
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
  const world: DraftWorld = {
    now: () => now,
    later: (work, ms) => {
      const timer = { at: now + ms, work }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    storage: () => storage,
    newTab: () => `tab-${(tabs += 1)}`,
    put: (save) =>
      new Promise((resolve) => {
        sent.push({ ...save, answer: (answer) => (resolve(answer), settle()) })
      }),
    get: async () => state.current,
  }
  const pass = async (ms: number) => {
    now += ms
    for (const timer of timers) {
      if (timer.at > now || !timers.delete(timer)) continue
      timer.work()
    }
    await settle()
  }
  return { world, storage, sent, state, pass, settle }
}

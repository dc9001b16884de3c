import 'server-only'
import type { Document } from '@hocuspocus/server'
import * as Y from 'yjs'
import { isDeepStrictEqual } from 'node:util'
import type { StoryContent } from '#domain/story.ts'
import { MAX_STATE_BYTES } from '#domain/together/shared-draft.ts'
import { log, reasonOf } from '../log.ts'
import type { SharedDraftRow } from '../stories/shared-draft.ts'
import type { Editor } from './editor.ts'
import { FROM_DATABASE, readSaved, storeTogether, type SavedNow, type StoreOutcome, type Writer } from './store.ts'

/** After the last change, and at most after the first one, in ms. */
const STORE_AFTER_MS = 400
const STORE_WITHIN_MS = 1_500
const RETRY_MS = [500, 1_000, 2_000, 4_000, 8_000]

type Events = {
  /** The document must not be used any more: what it holds beyond the database is refused. */
  onRefused: (draft: OpenDraft, kind: 'refused' | 'replaced') => void
  /** Who signs the story may have changed, and with it who may edit it. */
  onSigned: (draft: OpenDraft) => void
  /** Everything is stored. */
  onSettled: (draft: OpenDraft) => void
}

/**
 * The shared document of a story that somebody has open: knows what of it is stored, stores the rest soon after each
 * change, and tells the editors only after the commit. While the database is away it keeps everything and tries again.
 */
export class OpenDraft {
  readonly storyId: string
  readonly generation: string
  readonly document: Document
  readonly editors = new Set<Editor>()
  /** The stored version that the document holds. */
  version: number
  /** Counts the changes; what is stored covers those up to `#stored`. */
  #sequence = 0
  #stored = 0
  #bytes: number
  #writers = new Map<string, Writer>()
  #firstChange: number | null = null
  #timer: NodeJS.Timeout | undefined
  #storing: Promise<void> | undefined
  #failures = 0
  #saved: Promise<SavedNow> | null = null
  #signed: StoryContent['bylines'] | null = null
  #dropped = false
  readonly #events: Events

  constructor(of: { storyId: string; row: SharedDraftRow; document: Document; events: Events }) {
    this.storyId = of.storyId
    this.generation = of.row.generation
    this.version = of.row.version
    this.document = of.document
    this.#bytes = of.row.state.byteLength
    this.#events = of.events
  }

  get sequence(): number {
    return this.#sequence
  }
  get isStored(): boolean {
    return this.#dropped || this.#stored === this.#sequence
  }
  get isDropped(): boolean {
    return this.#dropped
  }

  /** Whether a change of so many bytes still fits; counted roughly, set right by each store. */
  fits(bytes: number): boolean {
    return this.#bytes + bytes <= MAX_STATE_BYTES
  }

  /** Somebody changed the document. */
  wrote(writer: Writer, bytes: number): void {
    const { userId } = writer.actor
    this.#sequence += 1
    this.#bytes += bytes
    // The last one last.
    this.#writers.delete(userId)
    this.#writers.set(userId, writer)
    this.#schedule()
  }

  mark(editor: Editor, n: number): void {
    editor.mark(n, this.#sequence)
    if (this.isStored && editor.inStep) void this.#tell(editor)
  }
  caughtUp(editor: Editor): void {
    editor.caughtUp(this.#sequence)
    if (this.isStored) void this.#tell(editor)
  }

  /** Takes in what another way wrote, if it is newer. */
  merge(row: SharedDraftRow): void {
    if (this.#dropped) return
    if (row.generation !== this.generation) return this.#drop('replaced')
    if (row.version <= this.version) return
    Y.applyUpdate(this.document, row.state, FROM_DATABASE)
    this.version = row.version
    this.standingChanged()
    this.#bytes = Math.max(this.#bytes, row.state.byteLength)
    this.#events.onSigned(this)
  }

  /** Resolves when no store is under way. */
  async idle(): Promise<void> {
    await this.#storing
  }

  /** Stores now what is not stored yet; resolves when the try has ended, stored or not. */
  async storeNow(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    while (this.#storing !== undefined) await this.#storing
    if (this.isStored) return
    this.#storing = this.#store().finally(() => (this.#storing = undefined))
    await this.#storing
  }

  /** Stops for good; what is not stored stays so. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#dropped = true
  }

  #schedule(): void {
    if (this.#dropped || this.#storing !== undefined) return
    const now = Date.now()
    this.#firstChange ??= now
    const wait = this.#failures > 0 ? (RETRY_MS[Math.min(this.#failures, RETRY_MS.length) - 1] ?? 0) : Math.max(0, Math.min(STORE_AFTER_MS, this.#firstChange + STORE_WITHIN_MS - now))
    // A retry waits its time out, however much is typed meanwhile.
    if (this.#failures > 0 && this.#timer !== undefined) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.storeNow(), wait)
  }

  async #store(): Promise<void> {
    const writers = this.#writers
    this.#writers = new Map()
    this.#firstChange = null
    const began = performance.now()
    let covered = this.#sequence
    const onSnapshot = () => {
      covered = this.#sequence
      // Whoever wrote until this moment is in what is stored.
      for (const [userId, writer] of this.#writers) writers.set(userId, writer)
      this.#writers = new Map()
      return [...writers.values()]
    }
    try {
      const { storyId, generation, document, version } = this
      const outcome = await storeTogether({ storyId, generation, document, version, writers: [...writers.values()], onSnapshot })
      this.#failures = 0
      if (outcome.kind !== 'stored') return this.#drop(outcome.kind)
      this.#committed(outcome, covered)
      log.debug({ storyId, version: outcome.version, ms: Math.round(performance.now() - began), bytes: outcome.bytes }, 'together: stored')
    } catch (error) {
      this.#failures += 1
      // They wrote before those who came meanwhile.
      this.#writers = new Map([...writers, ...this.#writers])
      log.error({ storyId: this.storyId, failures: this.#failures, reason: reasonOf(error) }, 'together: could not store; kept in memory, trying again')
    }
    this.#storing = undefined
    if (this.isStored) this.#events.onSettled(this)
    else this.#schedule()
  }

  #committed(outcome: Extract<StoreOutcome, { kind: 'stored' }>, covered: number): void {
    this.#stored = covered
    this.version = outcome.version
    this.#bytes = outcome.bytes
    this.#saved = Promise.resolve(outcome.saved)
    for (const editor of this.editors) void this.#tell(editor)
    const { bylines } = outcome.content
    if (this.#signed === null || !isDeepStrictEqual(this.#signed, bylines)) this.#events.onSigned(this)
    this.#signed = bylines
  }

  /** Another way may have changed how the story stands: it is read again before somebody is told. */
  standingChanged(): void {
    this.#saved = null
  }

  /** Others are told too, with the newest mark that they know of: their screens show how the story stands. */
  async #tell(editor: Editor): Promise<void> {
    const reading = (this.#saved ??= readSaved(this.storyId))
    try {
      const saved = await reading
      editor.say({ type: 'stored', n: editor.covered(this.#stored), ...saved })
    } catch (error) {
      if (this.#saved === reading) this.#saved = null
      log.warn({ storyId: this.storyId, reason: reasonOf(error) }, 'together: could not read how the story stands')
    }
  }

  #drop(kind: 'refused' | 'replaced'): void {
    if (this.#dropped) return
    this.stop()
    this.#events.onRefused(this, kind)
  }
}

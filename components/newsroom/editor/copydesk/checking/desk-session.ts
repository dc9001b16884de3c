import { copyTextOf, type CopyContext } from '#domain/copydesk/copy-text.ts'
import { textAt, type CopyText } from '#domain/copydesk/finding.ts'
import type { StoryContent } from '#domain/story.ts'
import type { DeskDismissal, DeskFacts, DeskFinding } from '../desk-types.ts'
import { HarperDesk, type HarperState, type StartHarper } from '../harper/harper-desk.ts'
import { deskFindings, harperPlaces } from './desk-findings.ts'
import type { NamedFinding } from './named-findings.ts'
import type { FromRules, ToRules } from './rules-worker.ts'

export type RulesThread = { post: (message: ToRules) => void; end: () => void }
/** Threads and clock, handed in so that every order of events can be tested. `later` answers what calls it off. */
export type DeskWorld = {
  startRules: (heard: (message: FromRules) => void) => RulesThread
  startHarper: StartHarper
  later: (work: () => void, ms: number) => () => void
  /** Milliseconds of a clock that only goes forward. */
  now: () => number
}

/** What the panel shows. `reading`: something is still being read. A new object with every change. */
export type DeskView = { findings: readonly DeskFinding[]; reading: boolean; read: boolean; harper: HarperState; paused: boolean }

/** The story at one moment, with what its rules need to know of sections and pictures. */
export type DeskStory = { content: StoryContent; section: CopyContext['section']; assets: CopyContext['assets'] }

/** A check waits for a pause in typing, but not for ever: it needs a processor that the keys need, too. */
const PAUSE_MS = 1_000
const LONGEST_MS = 10_000

/** Reads along while a story is written: the paper's rules in one worker, Harper in another, nothing on the thread of the keys. */
export class DeskSession {
  #view: DeskView = { findings: [], reading: true, read: false, harper: 'off', paused: false }
  #listeners = new Set<() => void>()
  #facts: DeskFacts
  #dismissals: readonly DeskDismissal[]
  #known: ReadonlySet<string>
  #story: DeskStory | null = null
  #checked: { text: CopyText; own: readonly NamedFinding[] } | null = null
  #asked: { n: number; text: CopyText } | null = null
  /** Whether something changed since the last check began. */
  #stale = false
  #n = 0
  #cancel: (() => void) | null = null
  #since: number | null = null
  #rules: RulesThread | null = null
  #harper: HarperDesk
  readonly #world: DeskWorld

  constructor(facts: DeskFacts, world: DeskWorld) {
    this.#facts = facts
    this.#dismissals = facts.dismissals
    this.#known = new Set(facts.paperWords)
    this.#world = world
    this.#harper = new HarperDesk(world.startHarper, () => this.#judge())
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  view = (): DeskView => this.#view

  #show(change: Partial<DeskView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }

  /** Starts reading. Ends with `close`. */
  open(): void {
    this.#rules = this.#world.startRules((message) => this.#heard(message))
    if (this.#story !== null) this.#soon()
  }

  close(): void {
    this.#cancel?.()
    this.#cancel = null
    this.#rules?.end()
    this.#rules = null
    this.#asked = null
    this.#harper.close()
  }

  /** The story changed; nothing is read at once. */
  write(story: DeskStory): void {
    this.#story = story
    if (this.#rules !== null) this.#soon()
  }

  /** The paper's facts were loaded again. */
  learn(facts: DeskFacts): void {
    if (facts === this.#facts) return
    this.#facts = facts
    this.#dismissals = facts.dismissals
    this.#known = new Set([...this.#known, ...facts.paperWords])
    if (this.#rules !== null) this.#soon()
  }

  dismissed(dismissal: DeskDismissal): void {
    this.#dismissals = [...this.#dismissals.filter(({ ruleId, passage }) => ruleId !== dismissal.ruleId || passage !== dismissal.passage), dismissal]
    this.#judge()
  }

  restored(dismissalId: string): void {
    this.#dismissals = this.#dismissals.filter(({ id }) => id !== dismissalId)
    this.#judge()
  }

  /** A word was added to the paper's dictionary: its findings go at once, and nothing has to be read again. */
  learned(word: string): void {
    this.#known = new Set([...this.#known, word])
    if (this.#story !== null && this.#rules !== null) this.#soon()
    this.#judge()
  }

  /** Paused: no marks and no spelling. Rules go on, since some of them may hold the story up. */
  pause(paused: boolean): void {
    if (paused) this.#harper.close()
    this.#show({ paused })
    this.#judge()
  }

  #soon(): void {
    this.#cancel?.()
    this.#stale = true
    const now = this.#world.now()
    this.#since ??= now
    const wait = Math.min(PAUSE_MS, Math.max(0, this.#since + LONGEST_MS - now))
    this.#cancel = this.#world.later(() => this.#check(), wait)
  }

  #check(): void {
    this.#cancel = null
    this.#since = null
    // One at a time: the newest text is read when the worker is free again.
    if (this.#rules === null || this.#story === null || this.#asked !== null) return
    const { content, section, assets } = this.#story
    const text = copyTextOf(content, { section, assets, staff: this.#facts.staff, paperWords: [...this.#known] })
    this.#n += 1
    this.#stale = false
    this.#asked = { n: this.#n, text }
    this.#rules.post({ n: this.#n, text, settings: this.#facts.settings })
  }

  #heard({ n, findings }: FromRules): void {
    if (this.#asked?.n !== n) return
    const { text } = this.#asked
    this.#asked = null
    this.#checked = { text, own: findings }
    if (this.#stale && this.#cancel === null) this.#check()
    this.#judge()
  }

  #judge(): void {
    if (this.#checked === null) return
    const { text, own } = this.#checked
    const { paused } = this.#view
    if (!paused && this.#rules !== null) {
      this.#harper.open([...this.#known, ...this.#facts.staff.map(({ name }) => name)])
      this.#harper.read(harperPlaces(text).map((where) => textAt(where, text)))
    }
    const findings = deskFindings(text, own, paused ? new Map() : this.#harper.remarks, this.#known, this.#dismissals)
    this.#show({ findings, read: true, reading: this.#asked !== null || this.#cancel !== null || this.#harper.busy, harper: this.#harper.state })
  }
}

import type { StoryContent } from '#domain/story.ts'
import { contentProblems, fieldProblems } from '../content-problems.ts'
import { dueAt, hasUnsaved, maySend, nextDraft, openDraft, type DraftEvent, type DraftState } from './draft-machine.ts'
import type { CurrentDraft, SaveAnswer, SaveOutcome } from './draft-transport.ts'
import { dropCopy, dropOwnCopy, isSaved, keepCopy, keptCopies, type CopyStorage, type KeptCopy } from './kept-copy.ts'
import { sameContent } from './same-content.ts'

/** What the screen shows of one open draft. A new object with every change. */
export type DraftView = {
  content: StoryContent
  draft: DraftState
  /** Whether everything typed here is also kept on this computer. */
  isKept: boolean
  /** Text kept earlier that the saved story does not hold, newest first. */
  offers: readonly KeptCopy[]
  /** The saved story, fetched when a save was overtaken. */
  theirs: CurrentDraft | null
  /** Raised when the content was replaced as a whole: fields that hold own state start anew. */
  epoch: number
  /** The answer of the last save; null while the page itself is as new. */
  outcome: SaveOutcome | null
}

/** The world as the session needs it; the hook gives the browser's, tests give their own. Times in ms. */
export type DraftWorld = {
  now: () => number
  later: (work: () => void, ms: number) => () => void
  storage: () => CopyStorage | null
  newTab: () => string
  put: (save: { version: number; content: StoryContent }) => Promise<SaveAnswer>
  get: () => Promise<CurrentDraft | null>
}

export type DraftOrigin = { id: string; userId: string; version: number; savedAt: string; revisionId: string; content: StoryContent }
export type Flushed = { ok: true; revisionId: string } | { ok: false; reason: string }
export type DraftSession = ReturnType<typeof openSession>

const LOST_ANSWERS = 5

/**
 * One open draft: keeps every change on this computer at once, saves it when it is due, one save at a time and always
 * the newest text, and never overwrites a save of somebody else ("never bends" 5).
 */
export function openSession(origin: DraftOrigin, world: DraftWorld) {
  let view: DraftView = {
    content: origin.content, draft: openDraft(origin), isKept: true, offers: [], theirs: null, epoch: 0, outcome: null,
  }
  let owner = { storyId: origin.id, userId: origin.userId, tab: world.newTab() }
  let revisionId: string | null = origin.revisionId
  let saved = origin.content
  let running: Promise<void> | null = null
  let cancelTimer = () => {}
  /** Texts that were sent and whose answers never came: the server may have them. */
  let unanswered: StoryContent[] = []
  const listeners = new Set<() => void>()

  function show(change: Partial<DraftView>): void {
    view = { ...view, ...change }
    for (const listener of listeners) listener()
  }
  function happen(event: DraftEvent, change: Partial<DraftView> = {}): void {
    show({ ...change, draft: nextDraft(view.draft, event) })
    cancelTimer()
    const due = dueAt(view.draft)
    if (due !== null) cancelTimer = world.later(() => void send(), Math.max(0, due - world.now()))
  }
  function keep(): void {
    const copy = { version: view.draft.version, at: new Date(world.now()).toISOString(), content: view.content }
    show({ isKept: keepCopy(world.storage(), owner, copy) })
  }
  function offersNow(): KeptCopy[] {
    return keptCopies(world.storage(), owner, saved)
  }

  function send(): Promise<void> {
    if (running !== null) return running
    if (!maySend(view.draft)) return Promise.resolve()
    happen({ type: 'sending' })
    running = attempt(view.content).finally(() => {
      running = null
    })
    return running
  }
  async function attempt(content: StoryContent): Promise<void> {
    const problems = contentProblems(content)
    if (problems.length > 0) return happen({ type: 'refused', problems })
    const answer = await world.put({ version: view.draft.version, content })
    switch (answer.kind) {
      case 'saved':
        return acknowledge(content, answer)
      case 'stale':
        return overtaken(answer)
      case 'failed':
        unanswered = [...unanswered, content].slice(-LOST_ANSWERS)
        return happen({ type: 'failed', message: answer.message, at: world.now() })
      case 'refused':
        return happen({ type: 'refused', problems: fieldProblems(answer.problems) })
      case 'signed-out':
        return happen({ type: 'signedOut' })
      case 'forbidden':
        return happen({ type: 'forbidden', problems: answer.problems })
    }
  }
  function acknowledge(content: StoryContent, answer: Extract<SaveAnswer, { kind: 'saved' }>): void {
    saved = content
    unanswered = []
    revisionId = answer.outcome.revisionId
    happen({ type: 'acknowledged', version: answer.version, savedAt: answer.savedAt }, { outcome: answer.outcome, theirs: null })
    if (hasUnsaved(view.draft)) keep()
    else {
      dropOwnCopy(world.storage(), owner)
      show({ isKept: true })
    }
  }
  async function overtaken(answer: Extract<SaveAnswer, { kind: 'stale' }>): Promise<void> {
    const theirs = await world.get()
    // Not overtaken at all: an earlier save from here had arrived, only its answer was lost.
    if (theirs !== null && unanswered.some((content) => isSaved(content, theirs.content))) {
      unanswered = []
      return happen({ type: 'rebased', version: theirs.version, at: world.now() })
    }
    happen({ type: 'conflicted', stale: answer.stale }, { theirs })
  }
  function replace(content: StoryContent, change: Partial<DraftView> = {}): Partial<DraftView> {
    return { ...change, content, epoch: view.epoch + 1 }
  }
  /** What is typed here and not saved stays kept, as a copy of its own. */
  function setAside(): void {
    if (hasUnsaved(view.draft)) owner = { ...owner, tab: world.newTab() }
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    view: () => view,
    /** Looks for kept text of earlier visits. */
    start: () => show({ offers: offersNow() }),
    /** Takes a change of some fields; one that changes nothing is not one. */
    change(patch: Partial<StoryContent>): void {
      const content = { ...view.content, ...patch }
      if (view.draft.phase === 'read-only' || sameContent(content, view.content)) return
      happen({ type: 'changed', at: world.now() }, { content })
      keep()
    },
    saveNow: () => void send(),
    tryAgain(): void {
      happen({ type: 'tryAgain', at: world.now() })
    },
    /** Saves what is not saved; answers the revision that now holds it all, or why there is none. */
    async flush(): Promise<Flushed> {
      for (let turn = 0; turn < 3 && hasUnsaved(view.draft) && (running !== null || maySend(view.draft)); turn += 1) await (running ?? send())
      if (hasUnsaved(view.draft)) return { ok: false, reason: 'Your last changes are not saved yet. See the save status, then try again.' }
      return revisionId === null ? { ok: false, reason: 'Reload the page and try again.' } : { ok: true, revisionId }
    },
    /** After a conflict: my text becomes the next version, on top of theirs. */
    keepMine(): void {
      happen({ type: 'keptMine', version: view.theirs?.version ?? view.draft.stale?.version ?? view.draft.version, at: world.now() }, { theirs: null })
      keep()
    },
    /** After a conflict: their text is shown; mine stays kept until it is discarded. */
    takeTheirs(): void {
      const { theirs } = view
      if (theirs === null || view.draft.phase !== 'stale') return
      setAside()
      saved = theirs.content
      happen({ type: 'tookTheirs', version: theirs.version, savedAt: theirs.savedAt }, replace(theirs.content, { theirs: null }))
      show({ offers: offersNow(), isKept: true })
    },
    /** After a conflict whose other side could not be fetched. */
    async fetchTheirs(): Promise<void> {
      const theirs = await world.get()
      if (view.draft.phase === 'stale') show({ theirs })
    },
    takeCopy(copy: KeptCopy): void {
      if (view.draft.phase !== 'saved' && view.draft.phase !== 'dirty') return
      setAside()
      happen({ type: 'usedKept', version: copy.version, at: world.now() }, replace(copy.content))
      keep()
      // It is forgotten only where it is safely kept under this editor's own name.
      if (view.isKept) dropCopy(world.storage(), copy.key)
      show({ offers: offersNow().filter(({ key }) => key !== copy.key) })
    },
    discardCopy(copy: KeptCopy): void {
      dropCopy(world.storage(), copy.key)
      show({ offers: view.offers.filter(({ key }) => key !== copy.key) })
    },
    /** The page was rendered again: takes a newer saved story where nothing is unsaved here. */
    refresh(next: DraftOrigin): void {
      if (next.version < view.draft.version) return
      show({ outcome: null })
      if (view.draft.phase !== 'saved') return
      revisionId = next.revisionId
      if (next.version === view.draft.version) return
      saved = next.content
      const change = isSaved(view.content, next.content) ? {} : replace(next.content)
      happen({ type: 'tookTheirs', version: next.version, savedAt: next.savedAt }, change)
    },
  }
}

import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Problem } from '#domain/result.ts'
import type { StoryContent } from '#domain/story.ts'
import type { StoredMessage } from '#domain/together/messages.ts'
import { contentFrom } from '#domain/together/shared-draft.ts'
import { personColour } from '../../together/person-colour.ts'
import type { Shared } from '../../together/shared.ts'
import { mayType, nextDraft, openDraft, type DraftEvent, type DraftState } from './draft-state.ts'
import type { DraftWorld, EarlierText, Keeper } from './draft-world.ts'
import { openLine } from './line.ts'
import { throttled } from './throttled.ts'
import { writeFields, type FieldPatch } from './write-fields.ts'

/** How the story stands on the server, as its last answer said it. */
export type SaveOutcome = Pick<StoredMessage, 'revisionId' | 'state' | 'checks'>

/** What the screen shows of one open draft. A new object with every change; its parts stay the same where they say the same. */
export type DraftView = {
  /** The story as the shared document says it, at most a quarter of a second ago. */
  content: StoryContent
  /** What keeps it from becoming a version of the story, beside its fields. */
  problems: readonly Problem[]
  draft: DraftState
  /** Text of an older line of history that is only on this computer. */
  earlier: readonly EarlierText[]
  /** The last answer of the server; null while the page itself is as new. */
  outcome: SaveOutcome | null
}

export type DraftOrigin = { id: string; generation: string; userId: string; userName: string; savedAt: string; revisionId: string; canEdit: boolean; content: StoryContent }
export type Flushed = { ok: true; revisionId: string } | { ok: false; reason: string }
export type DraftSession = ReturnType<typeof openSession>

/** How often the screen follows the document. */
export const VIEW_MS = 250

/**
 * One open draft: the document that everybody who has the story open shares. What is typed is kept on this computer at
 * once, goes to the others as it is typed, and counts as saved when the server says that it is in its database
 * ("never bends" 5). After a cut it connects again by itself, and both sides give each other what they lack.
 */
export function openSession(origin: DraftOrigin, world: DraftWorld, onStanding: () => void) {
  const shared = openShared(origin)
  const { doc } = shared
  let view: DraftView = { content: origin.content, problems: [], draft: openDraft(origin.savedAt), earlier: [], outcome: null }
  let { revisionId, canEdit } = origin
  let keeper: Keeper | null = null
  let running = false
  let localProblems: readonly Problem[] = []
  const listeners = new Set<() => void>()

  function show(change: Partial<DraftView>): void {
    view = { ...view, ...change }
    for (const listener of listeners) listener()
  }
  function happen(event: DraftEvent, change: Partial<DraftView> | null = null): void {
    const draft = nextDraft(view.draft, event)
    const flips = draft.unsaved !== view.draft.unsaved
    if (draft === view.draft && change === null) return
    show({ ...change, draft })
    if (flips) keeper?.markUnsent(draft.unsaved, view.content.headline)
  }

  const line = openLine(world, shared, {
    mayConnect: async () => {
      const now = await world.whoIsSignedIn()
      if (!running || now === 'unknown') return 'later'
      if (now?.userId === origin.userId) return 'yes'
      happen({ type: 'link', link: now === null ? { at: 'signed-out' } : { at: 'other-person', name: now.name } })
      return 'no'
    },
    writes: () => canEdit,
    onSynced: () => {
      // Signed in again: what this person may do can have changed with it.
      if (view.draft.link.at === 'signed-out') onStanding()
      happen({ type: 'synced' })
      readDocument.now()
    },
    onLost: () => happen({ type: 'link', link: { at: 'offline' } }),
    onLate: () => happen({ type: 'late' }),
    onStored: (message, all) => {
      if (message.revisionId !== null) revisionId = message.revisionId
      const { savedAt, state, checks } = message
      const problems = message.problems.map(({ field, message: words }) => (field === undefined ? { message: words } : { field, message: words }))
      happen({ type: 'stored', all, savedAt, problems }, { outcome: { revisionId: message.revisionId, state, checks }, problems: merged(localProblems, problems, view.problems) })
    },
    onStanding,
    onEnded: (link) => {
      happen({ type: 'link', link })
      // Whoever may no longer read the story keeps this page as it is: what they typed stays in sight.
      if (link.at === 'replaced' || (link.at === 'ended' && link.reason === 'withdrawn')) onStanding()
    },
  })
  const readDocument = throttled(world, VIEW_MS, () => {
    if (!view.draft.opened) return
    const read = contentFrom(doc)
    localProblems = read.problems
    show({ content: withKnownParts(view.content, read.content), problems: merged(localProblems, view.draft.refused, view.problems) })
  })
  doc.on('update', (_update: Uint8Array, _by: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    readDocument.soon()
    if (!transaction.local) return
    line.changed()
    happen({ type: 'changed' })
  })

  return {
    shared,
    generation: origin.generation,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    view: () => view,
    /** Brings what is kept on this computer, then connects. */
    start(): void {
      if (running) return
      running = true
      const own = world.keep(shared, () => happen({ type: 'unkept' }))
      keeper = own
      void own.opened.then((kept) => {
        if (keeper !== own) return
        if (kept === null) happen({ type: 'unkept' })
        // Only a document with something in it can be gone on with before the paper answers.
        else if (doc.store.clients.size > 0) happen({ type: 'restored', unsent: kept.unsent })
        readDocument.now()
        line.open()
      })
      void world.earlier().then((earlier) => show({ earlier }))
    },
    /** Lets go of the connection and the storage; `start` may follow. */
    stop(): void {
      running = false
      line.close()
      keeper?.close()
      keeper = null
    },
    /** Writes fields of the story. */
    change(patch: FieldPatch): void {
      if (!canEdit || !mayType(view.draft)) return
      writeFields(doc, patch)
      readDocument.now()
    },
    tryAgain: () => line.tryAgain(),
    /** This computer's network is gone: what is typed from now on is not on its way to anybody. */
    wentOffline: () => line.cut(),
    /** Waits until everything is stored; answers the revision that now holds it all, or why there is none. */
    async flush(): Promise<Flushed> {
      if (!canEdit) return { ok: true, revisionId }
      // A fresh question even where nothing is unsaved: the answer names a revision that holds what the others typed, too.
      if (!mayType(view.draft) || !(await line.allStored())) return { ok: false, reason: 'Your last changes are not saved yet. See the save status, then try again.' }
      readDocument.now()
      const [problem] = view.problems
      return problem === undefined ? { ok: true, revisionId } : { ok: false, reason: problem.message }
    },
    /** The page was rendered again. */
    refresh(next: DraftOrigin): void {
      if (next.generation !== origin.generation) {
        line.end()
        return happen({ type: 'link', link: { at: 'replaced' } })
      }
      if (!view.draft.unsaved) revisionId = next.revisionId
      happen({ type: 'reloaded', savedAt: next.savedAt }, { outcome: null })
      if (next.canEdit === canEdit) return
      canEdit = next.canEdit
      // What was typed while it might not be written goes out now; the server has asked for it.
      line.ask()
    },
    /** Starts anew from what the paper has; what is typed here stays on this computer, to be copied from. */
    async setAside(): Promise<void> {
      const text = keeper
      keeper = null
      text?.close()
      await world.setAside(shared)
    },
    discardEarlier(name: string): void {
      world.forget(name)
      show({ earlier: view.earlier.filter((one) => one.name !== name) })
    },
  }
}

function openShared({ userId, userName }: DraftOrigin): Shared {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  return { doc, awareness, me: { userId, name: userName, color: personColour(userId) } }
}

/** Each problem once; the list `before` itself where it says the same, so that what shows it need not be drawn again. */
function merged(ours: readonly Problem[], theirs: readonly Problem[], before: readonly Problem[]): readonly Problem[] {
  const all = [...ours, ...theirs.filter((problem) => !ours.some(({ field, message }) => field === problem.field && message === problem.message))]
  return JSON.stringify(all) === JSON.stringify(before) ? before : all
}

/** The next content, with the very parts of `before` that say the same. The body is new: looking for that would cost more than drawing it. */
function withKnownParts(before: StoryContent, next: StoryContent): StoryContent {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  return {
    ...next,
    tags: same(before.tags, next.tags) ? before.tags : next.tags,
    bylines: same(before.bylines, next.bylines) ? before.bylines : next.bylines,
    lead: same(before.lead, next.lead) ? before.lead : next.lead,
  }
}

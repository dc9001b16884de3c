import 'server-only'
import { Hocuspocus, isTransactionOrigin, type Connection, type Document } from '@hocuspocus/server'
import * as Y from 'yjs'
import { mendSharedDraft } from '#domain/together/mend.ts'
import { fromEditorSchema, MAX_MESSAGE_LENGTH, parseMessage, parseSharedDraftName } from '#domain/together/messages.ts'
import { isAllowedUpdate } from '#domain/together/shared-draft.ts'
import type { SocketSession } from '../auth/socket-session.ts'
import { log, reasonOf } from '../log.ts'
import { findSharedDraft, openSharedDraft } from '../stories/shared-draft.ts'
import { db } from '../db.ts'
import { correctAwareness, isShownByOthers } from './awareness.ts'
import { CLOSE_CODES, Editor, type Context, type Visit } from './editor.ts'
import { letIn, Refused } from './entrance.ts'
import { listen } from './listener.ts'
import { OpenDraft } from './open-draft.ts'
import { Presences } from './presence.ts'
import { Rights } from './rights.ts'
import { FROM_DATABASE, type Writer } from './store.ts'

const RECHECK_MS = 60_000
const SYNC_STEP_2 = 1
const SYNC_UPDATE = 2
/** Hocuspocus ends silent connections itself; ours are watched by socket.ts. */
const NEVER_MS = 12 * 3_600_000

/** A change that must not be applied ends its connection. */
const NOT_STORABLE = { reason: 'forbidden', message: 'This change cannot be part of a story. Load the page again.' } as const

/** The documents that are open, and whoever has them open. One for each process. */
export class Together {
  readonly hocuspocus: Hocuspocus<Context>
  readonly drafts = new Map<string, OpenDraft>()
  readonly #presences = new Presences()
  readonly #rights = new Rights(() => this.drafts.values())
  readonly #stopListening: () => Promise<void>
  readonly #recheck: NodeJS.Timeout

  constructor() {
    this.hocuspocus = new Hocuspocus<Context>({
      quiet: true,
      timeout: NEVER_MS,
      maxPendingDocuments: 1,
      // Somebody types on while a slow database lets them in; the bytes are bounded besides.
      maxUnauthenticatedQueueMessages: 10_000,
      onAuthenticate: letIn,
      onLoadDocument: ({ documentName, document }) => this.#load(documentName, document),
      connected: async ({ connection }) => void this.#editorOf(connection),
      onDisconnect: async ({ context, documentName }) => this.#left(context, documentName),
      beforeSync: async ({ connection, document, type, payload }) => this.#beforeSync(connection, document, type, payload),
      beforeHandleAwareness: async ({ connection, document, states }) => this.#beforeAwareness(connection, document, states),
      onStateless: async ({ connection, payload }) => this.#heard(connection, payload),
      beforeUnloadDocument: async ({ document, documentName }) => {
        const draft = this.drafts.get(documentName)
        if (draft === undefined || draft.document !== document) throw new Refused('busy')
        if (draft.isStored) return
        void draft.storeNow()
        throw new Refused('busy')
      },
      afterUnloadDocument: async ({ documentName }) => void this.drafts.delete(documentName),
    })
    this.#stopListening = listen({
      onStanding: (payload) => void this.#rights.changed(payload),
      onSharedDraft: (payload) => void this.#changedElsewhere(payload),
      onListening: () => void this.#checkAll(),
    })
    this.#recheck = setInterval(() => void this.#rights.checkAll(), RECHECK_MS)
    this.#recheck.unref()
  }

  /** Stores everything that is open, for `within` ms at most. Answers how many documents could not be stored. */
  async close(within: number): Promise<number> {
    clearInterval(this.#recheck)
    await this.#stopListening()
    const late = new Promise((resolve) => setTimeout(resolve, within).unref())
    await Promise.race([late, Promise.all([...this.drafts.values()].map(storeAll))])
    const left = [...this.drafts.values()].filter(({ isStored }) => !isStored).length
    for (const draft of this.drafts.values()) {
      draft.stop()
      for (const editor of draft.editors) editor.close(1001, 'closing')
    }
    await Promise.race([late, this.#presences.close()])
    return left
  }

  async #load(name: string, document: Document): Promise<void> {
    const parsed = parseSharedDraftName(name)
    const row = parsed === null ? null : await openSharedDraft(parsed.storyId)
    if (parsed === null || row === null || row.generation !== parsed.generation) throw new Refused('generation')
    Y.applyUpdate(document, row.state, FROM_DATABASE)
    const events = {
      onRefused: (draft: OpenDraft, kind: 'refused' | 'replaced') => this.#forget(name, draft, kind),
      onSigned: (draft: OpenDraft) => void this.#rights.changed(`story:${draft.storyId}`),
      onSettled: (draft: OpenDraft) => {
        if (draft.editors.size === 0) void this.hocuspocus.unloadDocument(draft.document)
      },
    }
    const draft = new OpenDraft({ storyId: parsed.storyId, row, document, events })
    this.drafts.set(name, draft)
    this.#watch(draft)
  }

  /** Every change that came over a connection counts, also one that waits for what it hangs on. */
  #watch(draft: OpenDraft): void {
    const { document } = draft
    document.on('update', (update: Uint8Array, origin: unknown) => {
      const writer = writerOf(origin)
      if (writer !== null) draft.wrote(writer, update.byteLength)
    })
    let [structs, deletions] = [document.store.pendingStructs, document.store.pendingDs]
    document.on('afterTransaction', ({ origin }: { origin: unknown }) => {
      const { pendingStructs, pendingDs } = document.store
      if (pendingStructs === structs && pendingDs === deletions) return
      const waited = structs !== null
      ;[structs, deletions] = [pendingStructs, pendingDs]
      const writer = writerOf(origin)
      if (writer === null) return
      draft.wrote(writer, 0)
      // What waited could not be judged by where it stands.
      if (waited) mendSharedDraft(document)
    })
  }

  /** The editor behind a connection; made when it is first heard of. null: its document is no longer in use. */
  #editorOf(connection: Connection): { editor: Editor; draft: OpenDraft } | null {
    const { visit }: Context = connection.context
    const draft = this.drafts.get(connection.document.name)
    if (draft === undefined || draft.document !== connection.document || visit.session === null) return null
    return { editor: visit.editor ?? this.#came(connection, draft, visit, visit.session), draft }
  }

  #came(connection: Connection, draft: OpenDraft, visit: Visit, session: SocketSession): Editor {
    const editor = new Editor(connection, visit, session)
    visit.editor = editor
    draft.editors.add(editor)
    this.#presences.came(editor, draft.storyId)
    log.info({ requestId: visit.requestId, storyId: draft.storyId, userId: editor.actor.userId, mayEdit: editor.mayEdit }, 'together: opened')
    // Rights may have changed between the entrance and now.
    void this.#rights.checkOne(draft, editor)
    return editor
  }

  #left({ visit }: Context, name: string): void {
    const { editor } = visit
    // Hocuspocus would keep the socket for other documents.
    visit.socket.close(CLOSE_CODES.reset, 'reset')
    if (editor === null) return
    visit.editor = null
    const draft = this.drafts.get(name)
    draft?.editors.delete(editor)
    this.#presences.left(editor)
    log.info({ requestId: visit.requestId, userId: editor.actor.userId }, 'together: closed')
    if (draft !== undefined && draft.editors.size === 0 && !draft.isStored) void draft.storeNow()
  }

  #beforeSync(connection: Connection, document: Document, type: number, update: Uint8Array): void {
    const found = this.#editorOf(connection)
    if (found === null) return shutOut(connection)
    const { editor, draft } = found
    if (type !== SYNC_UPDATE && !editor.mayCompare(Date.now())) {
      log.warn({ requestId: editor.visit.requestId, userId: editor.actor.userId }, 'together: compares too often')
      editor.close(CLOSE_CODES.limit, 'too much at once')
      // Takes what waits behind it along.
      throw new Refused('busy')
    }
    if (type !== SYNC_STEP_2 && type !== SYNC_UPDATE) return
    if (!editor.mayEdit) {
      if (type === SYNC_STEP_2 && isAllowedUpdate(update, document) && Y.snapshotContainsUpdate(Y.snapshot(document), update)) setImmediate(() => draft.caughtUp(editor))
      else editor.fellBehind()
      return
    }
    if (!draft.fits(update.byteLength) || !isAllowedUpdate(update, document)) {
      log.warn({ requestId: editor.visit.requestId, storyId: draft.storyId, userId: editor.actor.userId, bytes: update.byteLength }, 'together: refused a change')
      // Hocuspocus applies nothing that comes over a connection that only reads.
      connection.readOnly = true
      return editor.end(NOT_STORABLE)
    }
    // Hocuspocus applies it in this turn; what this page had is in the document afterwards.
    if (type === SYNC_STEP_2) setImmediate(() => draft.caughtUp(editor))
  }

  #beforeAwareness(connection: Connection | undefined, document: Document, states: Map<number, Record<string, unknown>>): void {
    const found = connection === undefined ? null : this.#editorOf(connection)
    if (connection === undefined || found === null) return states.clear()
    const { actor } = found.editor
    const isOthers = (clientId: number) => isShownByOthers(document, clientId, actor.userId, userIdOf)
    correctAwareness(states, { actor, isOthers, known: document.getClients(connection) })
  }

  #heard(connection: Connection, payload: string): void {
    const found = this.#editorOf(connection)
    if (found === null) return
    const { editor, draft } = found
    const message = payload.length > MAX_MESSAGE_LENGTH ? null : parseMessage(fromEditorSchema, payload)
    if (message === null) return editor.close(CLOSE_CODES.forbidden, 'unknown message')
    draft.mark(editor, message.n)
  }

  async #changedElsewhere(payload: string): Promise<void> {
    const [storyId, version] = payload.split(':')
    for (const draft of this.drafts.values()) if (draft.storyId === storyId && Number(version) !== draft.version) await this.#merge(draft)
  }

  async #merge(draft: OpenDraft): Promise<void> {
    // While it is being stored, its own commit may be heard before its end.
    await draft.idle()
    try {
      const row = await findSharedDraft(db(), draft.storyId)
      if (row !== null) draft.merge(row)
    } catch (error) {
      log.warn({ storyId: draft.storyId, reason: reasonOf(error) }, 'together: could not read a change')
    }
  }

  async #checkAll(): Promise<void> {
    for (const draft of this.drafts.values()) await this.#merge(draft)
    await this.#rights.checkAll()
  }

  /** Takes a document out of use without storing it: whoever has it open starts again from what is stored. */
  #forget(name: string, draft: OpenDraft, kind: 'refused' | 'replaced'): void {
    log.warn({ storyId: draft.storyId, kind }, 'together: a document was dropped')
    this.drafts.delete(name)
    this.hocuspocus.documents.delete(name)
    for (const editor of draft.editors) editor.close(CLOSE_CODES.reset, kind)
    draft.document.destroy()
  }
}

async function storeAll(draft: OpenDraft): Promise<void> {
  while (!draft.isStored) {
    await draft.storeNow()
    if (!draft.isStored) await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

function userIdOf(connection: Connection): string | undefined {
  const { visit }: Context = connection.context
  return visit.session?.actor.userId
}

function shutOut(connection: Connection): void {
  const { visit }: Context = connection.context
  connection.readOnly = true
  visit.socket.close(CLOSE_CODES.reset, 'reset')
}

/** Who sent a change; null for what came from elsewhere. */
function writerOf(origin: unknown): Writer | null {
  if (!isTransactionOrigin(origin) || origin.source !== 'connection') return null
  const { visit }: Context = origin.connection.context
  return visit.session === null ? null : { actor: visit.editor?.actor ?? visit.session.actor, session: visit.session }
}

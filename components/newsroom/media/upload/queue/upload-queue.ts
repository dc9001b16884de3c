import type { NewsroomAsset } from '#domain/media.ts'

/** A picture with the very same bytes that was in the library before. */
export type Duplicate = { id: string; uploadedBy: string }

/** A stored picture, and the one that was there before with the same bytes. */
export type Arrived = { asset: NewsroomAsset; duplicateOf: Duplicate | null }

/** What became of one try to send a file. `busy`: the server asks to be left alone for some seconds. */
export type SendAnswer =
  | ({ kind: 'done' } & Arrived)
  | { kind: 'busy'; seconds: number }
  | { kind: 'failed'; message: string; retry: boolean }

/** What the queue needs of the world. None of these rejects, except `wait` and `send` when they are cancelled. */
export type UploadTransport<Ready> = {
  /** The file as it will be sent (a HEIC photo becomes a JPEG), or why it cannot be. */
  prepare: (file: File) => Promise<{ ok: true; ready: Ready } | { ok: false; message: string }>
  send: (ready: Ready, onProgress: (part: number) => void, signal: AbortSignal) => Promise<SendAnswer>
  /** Resolves after so many seconds, or rejects as soon as it is cancelled. */
  wait: (seconds: number, signal: AbortSignal) => Promise<void>
}

export type UploadState =
  | { kind: 'waiting' }
  | { kind: 'preparing' }
  /** `part`: 0 to 1 of the file has gone out; at 1 the server looks at it. */
  | { kind: 'sending'; part: number }
  /** The server is busy: it goes on by itself. */
  | { kind: 'resting'; seconds: number }
  | ({ kind: 'done' } & Arrived)
  | { kind: 'failed'; message: string; retry: boolean }
  | { kind: 'cancelled' }

export type UploadItem = { id: string; name: string; bytes: number; state: UploadState }

/** The whole queue at one moment. `part`: 0 to 1 of all bytes of what is not cancelled. */
export type UploadView = { items: readonly UploadItem[]; running: number; done: number; failed: number; part: number }

/** How many files go out at once: more would only share the school's line, and the server reads one picture at a time. */
const AT_ONCE = 2
/** After so many "busy" answers in a row a file counts as failed. */
const PATIENCE = 20
const MAX_REST_SECONDS = 120

const isRunning = ({ kind }: UploadState) => kind === 'waiting' || kind === 'preparing' || kind === 'sending' || kind === 'resting'

/** How much of a file is behind us, 0 to 1. */
function partOf(state: UploadState): number {
  if (state.kind === 'sending') return state.part
  return isRunning(state) ? 0 : 1
}

/** What the items come to. */
export function viewOf(items: readonly UploadItem[]): UploadView {
  const counted = items.filter(({ state }) => state.kind !== 'cancelled')
  const bytes = counted.reduce((sum, item) => sum + item.bytes, 0)
  const behind = counted.reduce((sum, item) => sum + item.bytes * partOf(item.state), 0)
  return {
    items,
    running: counted.filter(({ state }) => isRunning(state)).length,
    done: counted.filter(({ state }) => state.kind === 'done').length,
    failed: counted.filter(({ state }) => state.kind === 'failed').length,
    part: bytes === 0 ? 0 : behind / bytes,
  }
}

export type UploadQueue = ReturnType<typeof createUploadQueue>

/**
 * Files on their way to the server: two at a time, each for itself, so that a broken one stops no other. What is refused for good
 * says why; what failed can be tried again; a busy server is waited for. It knows no React and outlives every component.
 */
export function createUploadQueue<Ready>(transport: UploadTransport<Ready>, newId: () => string) {
  let view = viewOf([])
  const files = new Map<string, File>()
  const waiting = new Map<string, (arrived: Arrived) => void>()
  const cancels = new Map<string, AbortController>()
  const listeners = new Set<() => void>()
  let working = 0

  const show = (items: readonly UploadItem[]) => {
    view = viewOf(items)
    for (const listener of listeners) listener()
  }
  const put = (id: string, state: UploadState) => show(view.items.map((item) => (item.id === id ? { ...item, state } : item)))
  const stateOf = (id: string) => view.items.find((item) => item.id === id)?.state

  const deliver = async (id: string, file: File, signal: AbortSignal): Promise<UploadState> => {
    put(id, { kind: 'preparing' })
    const prepared = await transport.prepare(file)
    if (!prepared.ok) return { kind: 'failed', message: prepared.message, retry: false }
    for (let tries = 0; tries < PATIENCE; tries += 1) {
      if (signal.aborted) return { kind: 'cancelled' }
      put(id, { kind: 'sending', part: 0 })
      const answer = await transport.send(prepared.ready, (part) => !signal.aborted && put(id, { kind: 'sending', part }), signal)
      if (answer.kind !== 'busy') return answer
      const seconds = Math.min(Math.max(1, answer.seconds), MAX_REST_SECONDS)
      put(id, { kind: 'resting', seconds })
      await transport.wait(seconds, signal)
    }
    return { kind: 'failed', message: 'The server has been busy for a long time. Try again later.', retry: true }
  }

  const start = async (id: string, file: File) => {
    const cancel = new AbortController()
    cancels.set(id, cancel)
    working += 1
    const end: UploadState = await deliver(id, file, cancel.signal).catch(() => ({ kind: 'failed', message: 'The upload broke off. Try again.', retry: true }))
    working -= 1
    cancels.delete(id)
    put(id, cancel.signal.aborted && end.kind !== 'done' ? { kind: 'cancelled' } : end)
    if (end.kind === 'done' || (end.kind === 'failed' && !end.retry)) files.delete(id)
    if (end.kind === 'done') waiting.get(id)?.({ asset: end.asset, duplicateOf: end.duplicateOf })
    if (!files.has(id)) waiting.delete(id)
    next()
  }

  const next = () => {
    while (working < AT_ONCE) {
      const item = view.items.find(({ state }) => state.kind === 'waiting')
      const file = item === undefined ? undefined : files.get(item.id)
      if (item === undefined || file === undefined) return
      void start(item.id, file)
    }
  }
  const canRetry = (state: UploadState | undefined) => state?.kind === 'cancelled' || (state?.kind === 'failed' && state.retry)
  const retry = (ids: readonly string[]) => {
    for (const id of ids) if (files.has(id) && canRetry(stateOf(id))) put(id, { kind: 'waiting' })
    next()
  }
  const cancel = (id: string) => {
    const running = cancels.get(id)
    if (running !== undefined) running.abort()
    else if (stateOf(id)?.kind === 'waiting') put(id, { kind: 'cancelled' })
  }

  return {
    /** Puts files at the end of the queue; answers their ids in it. `onArrived` hears of each that is stored, whenever that is. */
    add: (chosen: readonly File[], onArrived?: (arrived: Arrived) => void): string[] => {
      const added = chosen.map((file) => {
        const id = newId()
        files.set(id, file)
        if (onArrived !== undefined) waiting.set(id, onArrived)
        return { id, name: file.name, bytes: file.size, state: { kind: 'waiting' as const } }
      })
      show([...view.items, ...added])
      next()
      return added.map(({ id }) => id)
    },
    retry: (id: string) => retry([id]),
    retryFailed: () => retry(view.items.filter(({ state }) => state.kind === 'failed').map(({ id }) => id)),
    cancel,
    cancelAll: () => {
      for (const item of view.items) if (isRunning(item.state)) cancel(item.id)
    },
    /** Takes what has ended off the list. What is under way stays. */
    clear: () => {
      for (const item of view.items.filter(({ state }) => !isRunning(state))) {
        files.delete(item.id)
        waiting.delete(item.id)
      }
      show(view.items.filter(({ state }) => isRunning(state)))
    },
    view: () => view,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

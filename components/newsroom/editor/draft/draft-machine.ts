import type { Problem } from '#domain/result.ts'

/**
 * Autosave as a pure machine: what happened goes in, where the draft stands and when the next save is due comes out.
 * It counts changes, so that an answer that arrives while somebody types acknowledges only what was sent. Times are
 * milliseconds of one clock; versions are the story's.
 */

/** A pause of this long is worth a save, … */
export const PAUSE_MS = 1_000
/** … and nobody types longer than this without one. */
export const LONGEST_MS = 5_000
const FIRST_RETRY_MS = 2_000
const LONGEST_RETRY_MS = 60_000

export type DraftPhase = 'saved' | 'dirty' | 'saving' | 'problem' | 'stale' | 'signed-out' | 'read-only'
/** Who saved meanwhile, when (ISO 8601), and which version that made. */
export type Stale = { savedBy: string; savedAt: string; version: number }

export type DraftState = {
  phase: DraftPhase
  version: number
  /** When the last stored version was saved, ISO 8601. */
  savedAt: string
  /** How many changes were made here, how many of them the running save carries, and how many are stored. */
  changes: number
  sent: number
  stored: number
  firstUnsavedAt: number | null
  lastChangeAt: number
  /** Failed tries in a row, and when the next one is due; null = only when the person asks. */
  attempts: number
  retryAt: number | null
  problems: readonly Problem[]
  stale: Stale | null
}

export type DraftEvent =
  | { type: 'changed'; at: number }
  | { type: 'sending' }
  | { type: 'acknowledged'; version: number; savedAt: string }
  | { type: 'failed'; message: string; at: number }
  | { type: 'refused'; problems: readonly Problem[] }
  | { type: 'conflicted'; stale: Stale }
  | { type: 'signedOut' }
  | { type: 'forbidden'; problems: readonly Problem[] }
  | { type: 'tryAgain'; at: number }
  | { type: 'rebased'; version: number; at: number }
  | { type: 'keptMine'; version: number; at: number }
  | { type: 'usedKept'; version: number; at: number }
  | { type: 'tookTheirs'; version: number; savedAt: string }

/** A draft as the server gave it. */
export function openDraft(from: { version: number; savedAt: string }): DraftState {
  return {
    phase: 'saved',
    version: from.version,
    savedAt: from.savedAt,
    changes: 0,
    sent: 0,
    stored: 0,
    firstUnsavedAt: null,
    lastChangeAt: 0,
    attempts: 0,
    retryAt: null,
    problems: [],
    stale: null,
  }
}

/** Whether anything typed here is not stored on the server. */
export function hasUnsaved(state: DraftState): boolean {
  return state.changes > state.stored
}

/** When the next save is due; null = not by itself. */
export function dueAt(state: DraftState): number | null {
  if (state.phase === 'problem') return state.retryAt
  if (state.phase !== 'dirty' || state.firstUnsavedAt === null) return null
  return Math.min(state.lastChangeAt + PAUSE_MS, state.firstUnsavedAt + LONGEST_MS)
}

/** Whether a save may start now: nothing is under way, and no answer of a person is waited for. */
export function maySend(state: DraftState): boolean {
  return hasUnsaved(state) && (state.phase === 'dirty' || state.phase === 'problem')
}

const retryDelay = (attempts: number) => Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS)

function changed(state: DraftState, at: number): DraftState {
  const next = { ...state, changes: state.changes + 1, lastChangeAt: at, firstUnsavedAt: state.firstUnsavedAt ?? at }
  // A refusal may be put right by this change; while the network is away, the change waits for the next try.
  const starts = state.phase === 'saved' || (state.phase === 'problem' && state.retryAt === null)
  return starts ? { ...next, phase: 'dirty' } : next
}

function acknowledged(state: DraftState, version: number, savedAt: string): DraftState {
  const rest = state.changes > state.sent
  return {
    ...state,
    phase: rest ? 'dirty' : 'saved',
    version,
    savedAt,
    stored: state.sent,
    firstUnsavedAt: rest ? (state.firstUnsavedAt ?? state.lastChangeAt) : null,
    attempts: 0,
    retryAt: null,
    problems: [],
    stale: null,
  }
}

/** The next state. Total: an event that makes no sense in a state leaves it as it is. */
export function nextDraft(state: DraftState, event: DraftEvent): DraftState {
  if (event.type === 'changed') return state.phase === 'read-only' ? state : changed(state, event.at)
  switch (event.type) {
    case 'sending':
      return maySend(state) ? { ...state, phase: 'saving', sent: state.changes, firstUnsavedAt: null, retryAt: null } : state
    case 'acknowledged':
      return state.phase === 'saving' ? acknowledged(state, event.version, event.savedAt) : state
    case 'failed': {
      if (state.phase !== 'saving') return state
      const attempts = state.attempts + 1
      return { ...unsent(state), phase: 'problem', attempts, retryAt: event.at + retryDelay(attempts), problems: [{ message: event.message }] }
    }
    case 'refused':
      // A refused save with newer text behind it is tried again with that text.
      if (state.phase !== 'saving') return state
      return { ...unsent(state), phase: state.changes > state.sent ? 'dirty' : 'problem', attempts: 0, problems: event.problems }
    case 'conflicted':
      return state.phase === 'saving' ? { ...unsent(state), phase: 'stale', stale: event.stale, problems: [] } : state
    case 'signedOut':
      return state.phase === 'saving' ? { ...unsent(state), phase: 'signed-out', problems: [] } : state
    case 'forbidden':
      return state.phase === 'saving' ? { ...unsent(state), phase: 'read-only', problems: event.problems } : state
    case 'tryAgain':
      if (state.phase !== 'problem' && state.phase !== 'signed-out') return state
      return { ...state, phase: 'dirty', retryAt: null, lastChangeAt: event.at - PAUSE_MS, firstUnsavedAt: state.firstUnsavedAt ?? event.at }
    case 'rebased':
      // The newer version turned out to be an earlier save of this very editor whose answer got lost.
      return state.phase === 'saving' ? { ...unsent(state), ...dueNow(event) } : state
    case 'keptMine':
      return state.phase === 'stale' ? { ...state, ...dueNow(event), stale: null } : state
    case 'usedKept':
      // It starts from the version that it was typed on, so that a save of somebody else since then shows as one.
      return state.phase === 'saved' || state.phase === 'dirty' ? { ...changed(state, event.at), ...dueNow(event) } : state
    case 'tookTheirs':
      if (state.phase !== 'stale' && state.phase !== 'saved') return state
      return { ...openDraft(event), changes: state.changes, sent: state.changes, stored: state.changes }
  }
}

const dueNow = (event: { version: number; at: number }) =>
  ({ phase: 'dirty', version: event.version, lastChangeAt: event.at - PAUSE_MS, firstUnsavedAt: event.at }) as const

/** What was sent is unsaved again. */
function unsent(state: DraftState): DraftState {
  return { ...state, firstUnsavedAt: state.firstUnsavedAt ?? state.lastChangeAt }
}

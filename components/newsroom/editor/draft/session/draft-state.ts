import type { Problem } from '#domain/result.ts'
import type { EndReason } from '#domain/together/messages.ts'

/** How this page and the paper reach each other. */
export type Link =
  | { at: 'opening' | 'online' | 'offline' }
  | { at: 'signed-out' }
  /** Somebody else is signed in now: nothing typed here goes out under their name. */
  | { at: 'other-person'; name: string }
  /** The server let this person go, and why. */
  | { at: 'ended'; reason: Exclude<EndReason, 'signed-out'>; message: string }
  /** The paper holds another line of history now, to which this text cannot be added by itself. */
  | { at: 'replaced' }

/** Where an open draft stands. */
export type DraftState = {
  link: Link
  /** Whether the text has arrived, from the paper or from this computer; before that nothing can be typed. */
  opened: boolean
  /** Whether anything typed here may be missing in the paper's database. */
  unsaved: boolean
  /** When the last stored change was stored, ISO 8601. */
  savedAt: string
  /** The server took the last changes and does not say that they are stored. */
  late: boolean
  /** Whether this computer keeps what is typed. */
  kept: boolean
  /** Why the stored text cannot become a version of the story as it is. */
  refused: readonly Problem[]
}

export type DraftEvent =
  | { type: 'unkept' }
  | { type: 'restored'; unsent: boolean }
  | { type: 'synced' }
  | { type: 'changed' }
  /** `all`: nothing was typed since. */
  | { type: 'stored'; all: boolean; savedAt: string; problems: readonly Problem[] }
  | { type: 'late' }
  | { type: 'reloaded'; savedAt: string }
  | { type: 'link'; link: Link }

/** A draft whose page has just been opened. */
export function openDraft(savedAt: string): DraftState {
  return { link: { at: 'opening' }, opened: false, unsaved: false, savedAt, late: false, kept: true, refused: [] }
}

/** Whether typing is of use now: the text is here, and nobody has taken the right away. */
export function mayType({ opened, link }: DraftState): boolean {
  return opened && link.at !== 'ended' && link.at !== 'replaced' && link.at !== 'other-person'
}

/**
 * The next state. Total, and the same object where nothing changes: it is asked at every keystroke. What ended stays
 * ended until the page is loaded anew.
 */
export function nextDraft(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case 'unkept':
      return state.kept ? { ...state, kept: false } : state
    case 'restored':
      return { ...state, opened: true, unsaved: state.unsaved || event.unsent }
    case 'synced':
      return state.link.at === 'ended' ? state : { ...state, opened: true, link: { at: 'online' }, late: false }
    case 'changed':
      return state.unsaved ? state : { ...state, unsaved: true }
    case 'stored':
      return { ...state, unsaved: !event.all, savedAt: event.savedAt, late: state.late && !event.all, refused: event.problems }
    case 'late':
      return state.unsaved && state.link.at === 'online' && !state.late ? { ...state, late: true } : state
    case 'reloaded':
      return state.unsaved || event.savedAt <= state.savedAt ? state : { ...state, savedAt: event.savedAt }
    case 'link':
      return state.link.at === 'ended' || state.link.at === event.link.at ? state : { ...state, link: event.link, late: false }
  }
}

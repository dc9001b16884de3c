import type { StoryContent } from '#domain/story.ts'
import type { Shared } from '../../together/shared.ts'

/** The line to the server, as the session needs it. It tries once; the session decides when to try again. */
export type Wire = {
  open: () => void
  close: () => void
  /** Says "everything up to here"; goes out behind all changes made before. */
  say: (message: string) => void
}

export type WireEvents = {
  /** Everything that the server has is here, and everything that was here is on its way. */
  onSynced: () => void
  onMessage: (message: string) => void
  /** The server did not let this connection in; `reason` as in domain/together/messages.ts. */
  onRefused: (reason: string) => void
  onClosed: () => void
}

/** What keeps the document on this computer. */
export type Keeper = {
  /** Whether what was kept here was never said to be stored; null: nothing can be kept on this computer. */
  opened: Promise<{ unsent: boolean } | null>
  /** Notes beside the text whether it holds anything that the server does not; `headline` for whoever signs out. */
  markUnsent: (unsent: boolean, headline: string) => void
  close: () => void
}

/** Text kept on this computer from an older line of the story's history, never said to be stored. */
export type EarlierText = { name: string; content: StoryContent }

/** The world as the session needs it; the hook gives the browser's, tests give their own. Times in ms. */
export type DraftWorld = {
  later: (work: () => void, ms: number) => () => void
  /** Of a clock that only goes forward. */
  now: () => number
  connect: (shared: Shared, events: WireEvents) => Wire
  /** `onTrouble`: from now on nothing is kept any more. */
  keep: (shared: Shared, onTrouble: () => void) => Keeper
  earlier: () => Promise<EarlierText[]>
  forget: (name: string) => void
  /** Keeps what the document says as an earlier text, and no longer as this line of history. */
  setAside: (shared: Shared) => Promise<void>
  /** Who is signed in in this browser now; null: nobody; 'unknown' where the paper does not answer. */
  whoIsSignedIn: () => Promise<{ userId: string; name: string } | null | 'unknown'>
}

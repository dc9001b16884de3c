import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'

/** Somebody who has the story open. `color`: #rrggbb, see person-colour.ts. */
export type Person = { userId: string; name: string; color: string }

/** The document that everybody who has the story open shares, who they are, and who this person is. One object for the life of the page. */
export type Shared = { doc: Y.Doc; awareness: Awareness; me: Person }

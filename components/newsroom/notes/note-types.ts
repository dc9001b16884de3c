import type { FormAction } from '#components/ui/action-form.client.tsx'

/** What the screens of notes send. */
export type NoteActions = { add: FormAction; answer: FormAction; resolve: FormAction; reopen: FormAction; see: FormAction }

/** What this person may do with a story's notes. */
export type NoteRights = { add: boolean; block: boolean; settle: boolean }

export type PersonToMention = { userId: string; name: string }

/** All that the notes of one story need of the page around them. `timeZone`: IANA name. */
export type NoteDesk = { storyId: string; revisionId: string; userId: string; people: readonly PersonToMention[]; actions: NoteActions; may: NoteRights; timeZone: string }

/** Where the passage of a note is: as it was, with other words, or no longer there; null: it is about no passage. */
export type PassageState = 'here' | 'edited' | 'gone' | null

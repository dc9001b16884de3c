import type { NoteActions, NoteRights } from '#components/newsroom/notes/note-types.ts'
import type { StoryAction } from '#domain/policy.ts'
import { addNoteAction, answerNoteAction, reopenNoteAction, resolveNoteAction, seeMentionsAction } from './note-actions.ts'

/** What a person who may do this with a story can do with its notes, for the screens that show them. */
export function notesFor(may: Record<StoryAction, true | string>): { actions: NoteActions; may: NoteRights } {
  return {
    actions: { add: addNoteAction, answer: answerNoteAction, resolve: resolveNoteAction, reopen: reopenNoteAction, see: seeMentionsAction },
    may: { add: may.addNote === true, block: may.addBlockingNote === true, settle: may.resolveNote === true },
  }
}

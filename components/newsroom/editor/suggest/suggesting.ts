import { isSuggestChangesEnabled, suggestChanges, suggestChangesKey } from '@handlewithcare/prosemirror-suggest-changes'
import { Extension } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { readSuggestionId, writeSuggestionId } from '#domain/document/suggestion-id.ts'
import { openSuggestions, resolved } from './resolve.ts'
import { asSuggestion, type Author } from './track.ts'

declare module '@tiptap/core' {
  interface Storage {
    suggesting: SuggestingStorage
  }
  interface Commands<ReturnType> {
    suggesting: {
      /** Whether changes from here on are suggestions. */
      setSuggesting: (on: boolean) => ReturnType
      /** Accepts or rejects a suggestion, or all of them. */
      decideSuggestions: (ids: ReadonlySet<string> | 'all', accept: boolean) => ReturnType
    }
  }
}

/** Whether a transaction is somebody else's change, an undo, or a decision about suggestions: never a suggestion itself. */
function standsAsItIs(tr: Transaction): boolean {
  if (!tr.docChanged || tr.getMeta(ySyncPluginKey) !== undefined || tr.getMeta('history$') !== undefined) return true
  const meta: unknown = tr.getMeta(suggestChangesKey)
  return typeof meta === 'object' && meta !== null && 'skip' in meta
}

/** What to do in place of `tr`: the same, its suggestion, or (`direct`) the same because it cannot be suggested. */
export function inPlaceOf(tr: Transaction, state: EditorState, author: Author): { tr: Transaction; direct: boolean } {
  if (!isSuggestChangesEnabled(state) || standsAsItIs(tr)) return { tr, direct: false }
  const suggestion = asSuggestion(tr, state, author)
  return suggestion === null ? { tr, direct: true } : { tr: suggestion, direct: false }
}

/** Ids of one person's suggestions. `now`: milliseconds since 1970. */
export function authorOf(userId: string, now: () => number): Author {
  let n = 0
  return {
    freshId: () => writeSuggestionId({ userId, at: now(), n: (n += 1) }),
    isMine: (id) => readSuggestionId(id)?.userId === userId,
  }
}

export { isSuggestChangesEnabled as isSuggesting }

/** The suggestion at the cursor, or touching the selection. */
export function suggestionAt(state: EditorState): string | null {
  const { from, to } = state.selection
  return openSuggestions(state.doc).find((one) => one.from <= to && one.to >= from)?.id ?? null
}

type Options = { author: Author }
/** `onDirect` is called when a change could not be a suggestion (a picture, the kind of a block) and was made at once. */
type SuggestingStorage = { onDirect: () => void }

/** Suggestion mode. Mod-Alt-A accepts the suggestion at the cursor, Mod-Alt-X rejects it. */
export const Suggesting = Extension.create<Options, SuggestingStorage>({
  name: 'suggesting',
  // Outermost: what other extensions dispatch is suggested too.
  priority: 10_000,
  addOptions: () => ({ author: { freshId: () => '', isMine: () => false } }),
  addStorage: () => ({ onDirect: () => {} }),
  addProseMirrorPlugins: () => [suggestChanges()],
  dispatchTransaction({ transaction, next }) {
    const { tr, direct } = inPlaceOf(transaction, this.editor.state, this.options.author)
    next(tr)
    if (direct) this.storage.onDirect()
  },
  addCommands() {
    return {
      setSuggesting: (on) => ({ tr }) => {
        tr.setMeta(suggestChangesKey, { skip: true, enabled: on })
        return true
      },
      // The state of a command answers the command's own transaction as `tr`: what is decided goes into that one.
      decideSuggestions: (ids, accept) => ({ state }) => resolved(state, ids, accept) !== null,
    }
  },
  addKeyboardShortcuts() {
    const decide = (accept: boolean) => () => {
      const { editor } = this
      const id = suggestionAt(editor.state)
      return editor.isEditable && id !== null && editor.commands.decideSuggestions(new Set([id]), accept)
    }
    return { 'Mod-Alt-a': decide(true), 'Mod-Alt-x': decide(false) }
  },
})

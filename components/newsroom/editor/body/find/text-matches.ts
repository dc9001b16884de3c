import type { EditorState } from '@tiptap/pm/state'
import { getMatchHighlights, getSearchState, setSearchState } from 'prosemirror-search'
import { NOTHING_SOUGHT, textQuery, type FindQuery } from './find-query.ts'

/** How many places in the text have what is sought, and which of them is selected, counted from 1; 0 = none. */
export function matchesIn(state: EditorState): { count: number; current: number } {
  if (getSearchState(state)?.query.valid !== true) return { count: 0, current: 0 }
  const all = getMatchHighlights(state).find().sort((a, b) => a.from - b.from)
  const { from, to } = state.selection
  return { count: all.length, current: all.findIndex((match) => match.from === from && match.to === to) + 1 }
}

/** The transaction that makes the text show where this stands. */
export function seek(state: EditorState, query: FindQuery) {
  return setSearchState(state.tr, textQuery(query)).setMeta('addToHistory', false)
}

/** The transaction that ends it. */
export function stopSeeking(state: EditorState) {
  return seek(state, NOTHING_SOUGHT)
}

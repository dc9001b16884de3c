'use client'

import type { Editor } from '@tiptap/core'
import { useEffect, useMemo } from 'react'
import type { NoteView } from '#domain/notes.ts'
import type { Place } from '#domain/together/anchor.ts'
import { useDesk, useDraftPart } from '../editor-context.client.tsx'
import { showPassages } from './note-passages.ts'
import { placesOf } from './places.ts'
import { textIndex } from './text-index.ts'

/** Where the open notes' passages are now, followed while people type, and shown in the text. */
export function usePlaces(notes: readonly NoteView[], editor: Editor | null): ReadonlyMap<string, Place | null> {
  const { shared, session } = useDesk()
  const content = useDraftPart(session, (view) => view.content)
  const places = useMemo(() => placesOf(shared.doc, content, notes), [shared, content, notes])
  useEffect(() => {
    if (editor === null) return
    const index = textIndex(editor.state.doc)
    const passages = notes.flatMap(({ id, anchor }) => {
      const place = anchor?.field === 'body' ? (places.get(id) ?? null) : null
      const range = place === null ? null : index.rangeOf(place)
      return range === null ? [] : [{ id, ...range }]
    })
    showPassages(editor, passages)
  }, [editor, notes, places])
  return places
}

'use client'

import { useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { partsOfDraft, type SharedText } from '#domain/together/shared-draft.ts'
import { useDesk, useDraftPart } from '../../editor-context.client.tsx'
import { mapPosition, mapSelection, type DeltaStep } from './map-cursor.ts'
import { textEdit, type TextEdit } from './text-edit.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

function fieldOf(id: string): Field | null {
  const element = document.getElementById(id)
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement ? element : null
}

function apply(text: Y.Text, { from, drop, put }: TextEdit): void {
  if (drop === 0 && put === '') return
  text.doc?.transact(() => {
    if (drop > 0) text.delete(from, drop)
    if (put !== '') text.insert(from, put)
  })
}

/**
 * A text that several people type into, for the control with this id: what it says, and what to do when it was typed
 * into. Somebody else's letters move this person's cursor along with the words around it. While a character is being
 * composed (an accent, Japanese), the control keeps what it says, and the others' letters come when it is done.
 */
export function useSharedText(name: SharedText, id: string): [string, (next: string) => void] {
  const { session, shared, ready } = useDesk()
  const text = partsOfDraft(shared.doc).text(name)
  // Before the document has come, the page shows what it was rendered with.
  const rendered = useDraftPart(session, ({ content }) => wordsIn(content, name))
  const subscribe = useCallback(
    (listener: () => void) => {
      text.observe(listener)
      return () => text.unobserve(listener)
    },
    [text],
  )
  const said = useSyncExternalStore(subscribe, () => text.toString(), () => '')
  const [composed, setComposed] = useState<string | null>(null)
  const composing = useRef<{ text: string; meanwhile: DeltaStep[][] } | null>(null)
  const selection = useRef<{ start: number; end: number } | null>(null)

  useEffect(() => {
    const moved = (event: Y.YTextEvent, transaction: Y.Transaction) => {
      const control = fieldOf(id)
      composing.current?.meanwhile.push(event.delta)
      if (transaction.local || control === null || document.activeElement !== control) return
      const { selectionStart, selectionEnd } = control
      if (selectionStart === null || selectionEnd === null) return
      selection.current = mapSelection(event.delta, selection.current ?? { start: selectionStart, end: selectionEnd })
    }
    const begin = (event: CompositionEvent) => {
      if (event.target !== fieldOf(id)) return
      composing.current = { text: text.toString(), meanwhile: [] }
      setComposed(composing.current.text)
    }
    const finish = (event: CompositionEvent) => {
      const control = fieldOf(id)
      const begun = composing.current
      if (control === null || begun === null || event.target !== control) return
      composing.current = null
      setComposed(null)
      const { from, drop, put } = textEdit(begun.text, control.value, control.selectionEnd ?? control.value.length)
      const place = (at: number) => begun.meanwhile.reduce((position, delta) => mapPosition(delta, position, 'before'), at)
      const start = place(from)
      apply(text, { from: start, drop: Math.max(0, place(from + drop) - start), put })
      selection.current = { start: start + put.length, end: start + put.length }
    }
    text.observe(moved)
    document.addEventListener('compositionstart', begin)
    document.addEventListener('compositionend', finish)
    return () => {
      text.unobserve(moved)
      document.removeEventListener('compositionstart', begin)
      document.removeEventListener('compositionend', finish)
    }
  }, [text, id])

  useLayoutEffect(() => {
    const wanted = selection.current
    if (wanted === null || composed !== null) return
    selection.current = null
    fieldOf(id)?.setSelectionRange(wanted.start, wanted.end)
  }, [said, composed, id])

  const change = (next: string) => {
    if (composed !== null) return setComposed(next)
    const control = fieldOf(id)
    apply(text, textEdit(text.toString(), next, control?.selectionEnd ?? next.length))
  }
  return [composed ?? (ready ? said : rendered), change]
}

function wordsIn(content: { headline: string; deck: string; lead: { caption: string; alt: string; credit: string } | null }, name: SharedText): string {
  switch (name) {
    case 'headline':
    case 'deck':
      return content[name]
    case 'leadCaption':
      return content.lead?.caption ?? ''
    case 'leadAlt':
      return content.lead?.alt ?? ''
    case 'leadCredit':
      return content.lead?.credit ?? ''
  }
}

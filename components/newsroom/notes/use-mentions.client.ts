'use client'

import { useState, type KeyboardEvent, type RefObject } from 'react'
import { mentionAtCursor, peopleLike } from '#domain/notes.ts'
import type { PersonToMention } from './note-types.ts'

type Open = { from: number; query: string; active: number }

/**
 * The list of names that opens behind an "@". Arrow keys choose, Enter or Tab takes, Escape closes; the keyboard never leaves the
 * text (ARIA Authoring Practices, list autocomplete).
 */
export function useMentions(box: RefObject<HTMLTextAreaElement | null>, people: readonly PersonToMention[], change: (text: string) => void) {
  const [open, setOpen] = useState<Open | null>(null)
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const found = open === null ? [] : peopleLike(people, open.query)

  const look = () => {
    const element = box.current
    const at = element === null ? null : mentionAtCursor(element.value, element.selectionStart)
    // A list that was closed, or a name that was taken, stays so while the cursor stands behind the same "@".
    if (at === null || at.from === closedAt) return setOpen(null)
    setClosedAt(null)
    setOpen((now) => ({ ...at, active: now?.from === at.from && now.query === at.query ? now.active : 0 }))
  }

  const take = (person: PersonToMention) => {
    const element = box.current
    if (element === null || open === null) return
    const cursor = element.selectionStart
    const text = `${element.value.slice(0, open.from)}@${person.name} ${element.value.slice(cursor)}`
    const next = open.from + person.name.length + 2
    change(text)
    setClosedAt(open.from)
    setOpen(null)
    requestAnimationFrame(() => {
      element.focus()
      element.setSelectionRange(next, next)
    })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (open === null || found.length === 0 || event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const chosen = found[open.active]
    if (step !== 0) setOpen({ ...open, active: (open.active + step + found.length) % found.length })
    else if (event.key === 'Escape') {
      setClosedAt(open.from)
      setOpen(null)
    } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) take(chosen)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return { found, active: open?.active ?? 0, look, take, onKeyDown, close: () => setOpen(null) }
}

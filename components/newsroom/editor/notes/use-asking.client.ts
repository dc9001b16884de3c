'use client'

import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Anchor } from '#domain/together/anchor.ts'
import { useDesk } from '../editor-context.client.tsx'
import { goToNote } from './go-to-passage.ts'
import { selectedPassage } from './selected-passage.ts'

/** A note being written: what it is about. `number` tells one from the next. */
export type Asked = { number: number; anchor: Anchor | null }

/**
 * Asking for a note from anywhere on the page: Mod-Alt-M, the tool over selected words, the panel's button. It is about what is
 * selected in the field that had the keyboard last.
 */
export function useAsking(editor: Editor | null, mayAdd: boolean) {
  const { shared } = useDesk()
  const [asked, setAsked] = useState<Asked | null>(null)
  const last = useRef<Element | null>(null)
  const numbers = useRef(0)

  const ask = useCallback(() => {
    if (!mayAdd) return
    numbers.current += 1
    setAsked({ number: numbers.current, anchor: selectedPassage(shared.doc, editor, last.current) })
  }, [shared, editor, mayAdd])

  useEffect(() => {
    const remember = (event: Event) => {
      const target = event.target instanceof Element ? event.target : null
      // A text that one may only read never has the keyboard; a press in it is enough.
      if (target?.closest('#story-column') !== null) last.current = target?.closest('textarea, input, .ProseMirror') ?? null
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !event.altKey || !(event.ctrlKey || event.metaKey) || event.code !== 'KeyM') return
      event.preventDefault()
      ask()
    }
    document.addEventListener('focusin', remember)
    document.addEventListener('pointerdown', remember)
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('focusin', remember)
      document.removeEventListener('pointerdown', remember)
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [ask])

  useEffect(() => {
    if (editor === null) return
    const { notePassages } = editor.storage
    notePassages.ask = ask
    notePassages.open = goToNote
  }, [editor, ask])

  const end = useCallback(() => setAsked(null), [])
  const aboutWhole = useCallback(() => setAsked((now) => (now === null ? null : { ...now, anchor: null })), [])
  return { asked, ask, end, aboutWhole }
}

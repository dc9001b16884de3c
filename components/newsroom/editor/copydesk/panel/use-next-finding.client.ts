'use client'

import { useEffect, useRef } from 'react'
import type { DeskFinding } from '../desk-types.ts'

type Options = {
  findings: readonly DeskFinding[]
  current: string | null
  onGo: (finding: DeskFinding, position: string) => void
  /** Alt and F8: into the box beside the passage. */
  onEnter: () => void
}

/** F8 goes to the next finding, Shift and F8 to the one before, from wherever on the page the keyboard is; after the last comes the first. */
export function useNextFinding(options: Options): void {
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.ctrlKey || event.metaKey) return
      const { findings, current, onGo, onEnter } = latest.current
      event.preventDefault()
      if (event.altKey) return onEnter()
      const at = findings.findIndex(({ id }) => id === current)
      const next = event.shiftKey ? (at <= 0 ? findings.length - 1 : at - 1) : (at + 1) % Math.max(1, findings.length)
      const finding = findings[next]
      if (finding !== undefined) onGo(finding, `${next + 1} of ${findings.length}`)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}

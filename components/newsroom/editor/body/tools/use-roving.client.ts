'use client'

import { useRef, useState, type KeyboardEvent } from 'react'

/**
 * One stop of the Tab key for a row of buttons: arrow keys, Home and End move inside (ARIA Authoring Practices, toolbar).
 * Escape calls `onLeave`.
 */
export function useRoving(count: number, onLeave: () => void) {
  const bar = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onLeave()
    const last = count - 1
    const steps: Record<string, number> = { ArrowRight: current === last ? 0 : current + 1, ArrowLeft: current === 0 ? last : current - 1, Home: 0, End: last }
    const next = steps[event.key]
    if (next === undefined) return
    event.preventDefault()
    setCurrent(next)
    const button = bar.current?.querySelectorAll<HTMLElement>('[data-stop]')[next]
    button?.focus()
    button?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  return { bar, current, setCurrent, onKeyDown }
}

'use client'

import { useRef, type KeyboardEvent, type RefObject } from 'react'
import { longDay, stepTo, type DayRange } from '#domain/planning/calendar.ts'
import { entryAt, markDay, markLifted, type LiftedEntry } from './lifted-entry.ts'

type Carried = { entry: LiftedEntry; day: string }
type Props = { box: RefObject<HTMLElement | null>; shown: DayRange; say: (words: string) => void; drop: (entry: LiftedEntry, day: string) => void }

const HOW = 'Arrow keys move it, Enter drops it, Escape leaves it where it was.'

/** Moving entries by keyboard: M picks up the entry that has the focus, arrow keys carry it, Enter drops it, Escape leaves it. */
export function useKeyMove({ box, shown, say, drop }: Props) {
  const carried = useRef<Carried | null>(null)
  const letGo = () => {
    if (carried.current !== null) markLifted(carried.current.entry, false)
    carried.current = null
    if (box.current !== null) markDay(box.current, null)
  }
  const carryTo = (entry: LiftedEntry, day: string) => {
    carried.current = { entry, day }
    if (box.current !== null) markDay(box.current, day)
  }
  const pickUp = (event: KeyboardEvent<HTMLElement>) => {
    const entry = entryAt(event.target)
    if (entry === null || event.key.toLowerCase() !== 'm' || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    markLifted(entry, true)
    carryTo(entry, entry.from)
    say(`Picked up “${entry.headline}”, ${longDay(entry.from)}. ${HOW}`)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const now = carried.current
    if (now === null) return pickUp(event)
    if (event.key === 'Escape') {
      event.preventDefault()
      letGo()
      return say(`Left “${now.entry.headline}” on ${longDay(now.entry.from)}.`)
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      letGo()
      if (now.day === now.entry.from) return say(`“${now.entry.headline}” stays on ${longDay(now.day)}.`)
      return drop(now.entry, now.day)
    }
    if (!event.key.startsWith('Arrow')) return
    event.preventDefault()
    const day = stepTo(now.day, event.key, shown)
    if (day === null) return say(`${longDay(now.day)}. There are no more days here: “Move to…” takes any day.`)
    carryTo(now.entry, day)
    say(`${longDay(day)}.`)
  }
  const onBlur = () => {
    if (carried.current === null) return
    say(`Left “${carried.current.entry.headline}” where it was.`)
    letGo()
  }
  return { onKeyDown, onBlur }
}

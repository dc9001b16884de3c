'use client'

import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'

const STORE = 'review-keys'
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => (listeners.add(listener), () => void listeners.delete(listener))
function stored(): boolean {
  try {
    return window.localStorage.getItem(STORE) !== 'off'
  } catch {
    return true
  }
}
function keep(on: boolean): void {
  try {
    window.localStorage.setItem(STORE, on ? 'on' : 'off')
  } catch {
    // Where nothing can be kept, the keys are as they were on the next page.
  }
  for (const listener of listeners) listener()
}

const KEYS = [
  ['C', 'The story, or what changed'],
  ['A', 'To the button that approves'],
  ['B', 'To the form that sends it back'],
  ['Q', 'Back to what waits for you'],
] as const

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
}

function toSendBack(): void {
  const box = document.querySelector<HTMLDetailsElement>('#send-back')
  if (box === null) return
  box.open = true
  box.querySelector('textarea')?.focus()
}

type Props = {
  story: ReactNode
  /** What changed, and since when; null: there is nothing to compare with. */
  changed: { since: string; list: ReactNode } | null
}

/** The story as readers will see it, and what changed in it: on one key each, for whoever decides. WCAG 2.1.4: the keys can be switched off. */
export function ReviewReading({ story, changed }: Props) {
  const [showing, show] = useState<'story' | 'changes'>('story')
  const on = useSyncExternalStore(subscribe, stored, () => true)
  const comparable = changed !== null
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || isWriting(event.target)) return
      const key = event.key.toLowerCase()
      if (key === 'c' && comparable) show((now) => (now === 'story' ? 'changes' : 'story'))
      else if (key === 'a') document.querySelector<HTMLElement>('[data-approve] button')?.focus()
      else if (key === 'b') toSendBack()
      else if (key === 'q') window.location.assign('/newsroom')
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [on, comparable])
  const tab = (name: 'story' | 'changes', label: string) => (
    <button type="button" aria-pressed={showing === name} onClick={() => show(name)} className="button aria-pressed:border-accent aria-pressed:font-semibold">
      {label}
    </button>
  )
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        {changed !== null && tab('story', 'The story')}
        {changed !== null && tab('changes', `What changed ${changed.since}`)}
        <details className="text-sm max-lg:hidden">
          <summary className="cursor-pointer px-2 py-1 text-soft">Keys</summary>
          <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 py-2">
            {KEYS.map(([key, does]) => (
              <div key={key} className="contents">
                <dt>
                  <kbd className="rounded-sm border border-rule px-1.5">{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <label className="flex items-center gap-2 py-1">
            <input type="checkbox" checked={on} onChange={(event) => keep(event.target.checked)} className="size-5 accent-accent" />
            Use these keys
          </label>
        </details>
      </div>
      <div hidden={showing !== 'story'}>{story}</div>
      {changed !== null && <div hidden={showing !== 'changes'}>{changed.list}</div>}
    </div>
  )
}

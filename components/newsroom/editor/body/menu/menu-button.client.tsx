'use client'

import { useEffect, useId, useRef, type ButtonHTMLAttributes, type KeyboardEvent, type ReactNode } from 'react'
import { placed } from './placed.ts'

export type MenuItem = {
  id: string
  label: string
  run: () => void
  /** Keys as they stand on this person's keyboard. */
  keys?: string
}

type Props = {
  /** The button's name, and the menu's. */
  label: string
  items: readonly MenuItem[]
  className: string
  children: ReactNode
  button?: ButtonHTMLAttributes<HTMLButtonElement>
}

/**
 * A button with a menu (ARIA Authoring Practices, menu button): arrow keys, Home and End move inside, Escape and a click
 * outside close it. The menu is a native popover, above whatever scrolls or hides around the button.
 */
export function MenuButton({ label, items, className, children, button = {} }: Props) {
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const options = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]

  useEffect(() => {
    const element = menu.current
    if (element === null) return
    const onToggle = (event: Event) => {
      const open = event instanceof ToggleEvent && event.newState === 'open'
      opener.current?.setAttribute('aria-expanded', String(open))
      if (!open || opener.current === null) return
      placed(element, opener.current.getBoundingClientRect())
      element.querySelector<HTMLElement>('[role="menuitem"]')?.focus()
    }
    element.addEventListener('toggle', onToggle)
    return () => element.removeEventListener('toggle', onToggle)
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    const all = options()
    const at = all.findIndex((one) => one === document.activeElement)
    const next: Record<string, number> = { ArrowDown: (at + 1) % all.length, ArrowUp: (at + all.length - 1) % all.length, Home: 0, End: all.length - 1 }
    if (event.key === 'Tab') return menu.current?.hidePopover()
    const to = next[event.key]
    if (to === undefined) return
    event.preventDefault()
    all[to]?.focus()
  }
  return (
    <>
      <button ref={opener} type="button" aria-label={label} aria-haspopup="menu" aria-expanded="false" popoverTarget={id} className={className} {...button}>
        {children}
      </button>
      <div ref={menu} id={id} popover="auto" role="menu" aria-label={label} onKeyDown={onKeyDown} className="fixed inset-auto m-0 max-h-[min(24rem,80vh)] w-64 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-md border border-strong bg-sheet p-1 font-sans text-sm text-ink shadow-lg">
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className="flex min-h-9 w-full cursor-pointer items-center justify-between gap-3 rounded-sm px-3 py-1.5 text-left hover:bg-wash focus:bg-wash pointer-coarse:min-h-11"
            onClick={() => {
              menu.current?.hidePopover()
              item.run()
            }}
          >
            {item.label}
            {item.keys !== undefined && <span className="text-xs text-soft">{item.keys}</span>}
          </button>
        ))}
      </div>
    </>
  )
}

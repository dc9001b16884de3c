import type { BlockChoice } from './slash-items.ts'

/** What the slash menu shows; null = it is closed. `at`: where the slash stands in the window. */
export type SlashView = { items: readonly BlockChoice[]; query: string; index: number; at: () => DOMRect | null; choose: (item: BlockChoice) => void }

/** The state of the slash menu, between the plugin that reads the text and the list that shows it. */
export function slashState() {
  let view: SlashView | null = null
  const listeners = new Set<() => void>()
  const show = (next: SlashView | null) => {
    view = next
    for (const listener of listeners) listener()
  }
  return {
    view: () => view,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    open: (next: Omit<SlashView, 'index'>) => show({ ...next, index: 0 }),
    /** The text changed: the first item is meant again, unless the list says the same. */
    update: (next: Omit<SlashView, 'index'>) => show({ ...next, index: view !== null && view.query === next.query ? view.index : 0 }),
    close: () => show(null),
    point: (index: number) => view !== null && show({ ...view, index }),
    /** Handles a key while the menu is open; false where the text should have it. */
    key(name: string): boolean {
      if (view === null || view.items.length === 0) return false
      const { items, index } = view
      const moves: Record<string, number> = { ArrowDown: (index + 1) % items.length, ArrowUp: (index + items.length - 1) % items.length, PageDown: items.length - 1, PageUp: 0 }
      const to = moves[name]
      if (to !== undefined) {
        show({ ...view, index: to })
        return true
      }
      const item = items[index]
      if ((name !== 'Enter' && name !== 'Tab') || item === undefined) return false
      view.choose(item)
      return true
    },
  }
}

export type SlashState = ReturnType<typeof slashState>

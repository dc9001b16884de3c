/** An entry as it is carried from day to day: what its element in the page says of it. */
export type LiftedEntry = { element: HTMLElement; key: string; kind: string; storyId: string; requestId: string; from: string; headline: string }

/** The entry that can be moved at this place of the page; null: there is none. */
export function entryAt(target: EventTarget | null): LiftedEntry | null {
  if (!(target instanceof Element)) return null
  const element = target.closest<HTMLElement>('[data-movable]')
  if (element === null) return null
  const { key = '', kind = '', story = '', request = '', from = '', headline = '' } = element.dataset
  return { element, key, kind, storyId: story, requestId: request, from, headline }
}

/** The fields with which an entry is moved to a day. */
export function moveFields({ kind, storyId, requestId, from }: LiftedEntry, day: string): FormData {
  const fields = new FormData()
  for (const [name, value] of Object.entries({ kind, storyId, requestId, from, day })) fields.set(name, value)
  return fields
}

/** Marks the day that an entry would be dropped on, and no other. null: none. */
export function markDay(box: HTMLElement, day: string | null): void {
  for (const cell of box.querySelectorAll<HTMLElement>('[data-day]')) {
    if (cell.dataset.day === day) cell.dataset.drop = ''
    else delete cell.dataset.drop
  }
}

/** Marks an entry as carried, or as lying again. */
export function markLifted({ element }: LiftedEntry, lifted: boolean): void {
  if (lifted) element.dataset.lifted = ''
  else delete element.dataset.lifted
}

/** The day under a point of the window; null: none of this calendar. */
export function dayUnder(box: HTMLElement, x: number, y: number): string | null {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-day]') ?? null
  return cell !== null && box.contains(cell) ? (cell.dataset.day ?? null) : null
}

/** Puts the focus back on an entry, where it is shown on this day. False: it is not there (yet). */
export function focusEntry(box: HTMLElement, key: string, day: string): boolean {
  for (const element of box.querySelectorAll<HTMLElement>('[data-movable]')) {
    if (element.dataset.key !== key || element.dataset.from !== day || element.offsetParent === null) continue
    element.querySelector('a')?.focus()
    return true
  }
  return false
}

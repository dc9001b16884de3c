const GAP = 4

/** Puts a fixed element under a rectangle of the window, or above it where there is more room; never outside of the window. */
export function placed(element: HTMLElement, at: { left: number; top: number; bottom: number }): void {
  const { innerWidth, innerHeight } = window
  const { offsetWidth, offsetHeight } = element
  const below = innerHeight - at.bottom
  const top = below >= offsetHeight + GAP || below >= at.top ? at.bottom + GAP : at.top - offsetHeight - GAP
  element.style.left = `${Math.max(GAP, Math.min(at.left, innerWidth - offsetWidth - GAP))}px`
  element.style.top = `${Math.max(GAP, Math.min(top, innerHeight - offsetHeight - GAP))}px`
}

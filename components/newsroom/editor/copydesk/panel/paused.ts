const name = (userId: string) => `fourth-period.copydesk-paused.${userId}`

/** Whether this person has paused the copy desk in this browser. A browser without storage never has. */
export function isPaused(userId: string): boolean {
  try {
    return localStorage.getItem(name(userId)) === 'yes'
  } catch {
    return false
  }
}

/** Keeps the choice for this person in this browser. */
export function rememberPaused(userId: string, paused: boolean): void {
  try {
    if (paused) localStorage.setItem(name(userId), 'yes')
    else localStorage.removeItem(name(userId))
  } catch {
    // Private windows refuse; the choice then lasts as long as the page.
  }
}

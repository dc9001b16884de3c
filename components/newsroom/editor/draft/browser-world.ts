import type { DraftWorld } from './draft-session.ts'
import { getDraft, putDraft } from './draft-transport.ts'

/** The draft session's world in a real browser. */
export function browserWorld(storyId: string): DraftWorld {
  return {
    now: () => Date.now(),
    later: (work, ms) => {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
    storage: () => {
      try {
        return window.localStorage
      } catch {
        return null
      }
    },
    newTab: () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`,
    put: (save) => putDraft(storyId, save),
    get: () => getDraft(storyId),
  }
}

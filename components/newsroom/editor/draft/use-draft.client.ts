'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { EditorStory } from '../editor-types.ts'
import { browserWorld } from './browser-world.ts'
import { hasUnsaved } from './draft-machine.ts'
import { openSession } from './draft-session.ts'

/** The open draft of a story: its session, and what the screen shows of it. */
export function useDraft(story: EditorStory) {
  const [session] = useState(() => openSession(story, browserWorld(story.id)))
  const view = useSyncExternalStore(session.subscribe, session.view, session.view)

  useEffect(() => {
    session.start()
    const leave = () => session.saveNow()
    const hide = () => document.visibilityState === 'hidden' && session.saveNow()
    // Back from the sign-in tab, or back online: try at once what was waiting.
    const comeBack = () => {
      const { phase, retryAt } = session.view().draft
      if (phase === 'signed-out' || (phase === 'problem' && retryAt !== null)) session.tryAgain()
    }
    const warn = (event: BeforeUnloadEvent) => {
      const { draft, isKept } = session.view()
      if (hasUnsaved(draft) && !isKept) event.preventDefault()
    }
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hide)
    window.addEventListener('focus', comeBack)
    window.addEventListener('online', comeBack)
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', hide)
      window.removeEventListener('focus', comeBack)
      window.removeEventListener('online', comeBack)
      window.removeEventListener('beforeunload', warn)
      session.saveNow()
    }
  }, [session])

  useEffect(() => session.refresh(story), [session, story])

  return { session, view }
}

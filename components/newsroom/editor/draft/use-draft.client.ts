'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { EditorStory } from '../editor-types.ts'
import { browserWorld } from './session/browser-world.ts'
import { openSession, type DraftSession } from './session/shared-session.ts'

/** The open draft of a story, for as long as this page shows the same line of its history. */
export function useDraft(story: EditorStory): DraftSession {
  const router = useRouter()
  const [session] = useState(() => {
    const made = openSession(story, browserWorld({ userId: story.userId, storyId: story.id, generation: story.generation }), () => router.refresh())
    // A page rendered on the server shows no one; its timer would stay behind.
    if (typeof window === 'undefined') made.shared.awareness.destroy()
    return made
  })

  useEffect(() => {
    session.start()
    // Back from the sign-in tab, from sleep or from a dead spot: at once, not when the next try is due.
    const comeBack = () => document.visibilityState === 'visible' && session.tryAgain()
    const warn = (event: BeforeUnloadEvent) => {
      const { unsaved, kept } = session.view().draft
      if (unsaved && !kept) event.preventDefault()
    }
    window.addEventListener('focus', comeBack)
    window.addEventListener('online', comeBack)
    window.addEventListener('pageshow', comeBack)
    document.addEventListener('visibilitychange', comeBack)
    window.addEventListener('offline', session.wentOffline)
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('focus', comeBack)
      window.removeEventListener('online', comeBack)
      window.removeEventListener('pageshow', comeBack)
      document.removeEventListener('visibilitychange', comeBack)
      window.removeEventListener('offline', session.wentOffline)
      window.removeEventListener('beforeunload', warn)
      session.stop()
    }
  }, [session])

  useEffect(() => session.refresh(story), [session, story])

  return session
}

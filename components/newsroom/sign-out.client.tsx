'use client'

import { useState } from 'react'
import { forgetWhatIsStored, unsentHeadlines } from './editor/draft/kept/kept-databases.ts'
import { endSession } from './session.client.tsx'

/**
 * Ends the session of this browser and goes to the paper's front page. Other people use this computer, too: what open
 * stories kept on it is deleted, except text that only this computer has; of that, the person is warned first.
 */
export function SignOut({ userId }: { userId: string }) {
  const [pending, setPending] = useState(false)
  const [unsent, setUnsent] = useState<readonly string[]>([])
  const leave = async (sure: boolean) => {
    if (pending) return
    setPending(true)
    try {
      const found = sure ? [] : await unsentHeadlines(userId)
      setUnsent(found)
      if (found.length > 0) return setPending(false)
      await forgetWhatIsStored()
      await endSession()
    } catch {
      setPending(false)
    }
  }
  return (
    <div className="relative">
      <button type="button" className="button button-small" aria-disabled={pending} onClick={() => void leave(false)}>
        {pending ? 'One moment…' : 'Sign out'}
      </button>
      {unsent.length > 0 && (
        <div role="alert" className="absolute top-full right-0 z-30 mt-2 flex w-72 flex-col gap-2 rounded-md border border-warn bg-warn-wash p-3 text-sm text-warn">
          <p>
            Text in {unsent.map((headline) => (headline === '' ? 'a story without a headline' : `“${headline}”`)).join(' and ')} is not saved yet. Open the story and wait until it says “Saved”; or sign out, and it
            stays on this computer until you sign in here again.
          </p>
          <p className="flex flex-wrap gap-2">
            <button type="button" className="button button-small" onClick={() => setUnsent([])}>
              Stay signed in
            </button>
            <button type="button" className="button button-small button-danger" onClick={() => void leave(true)}>
              Sign out
            </button>
          </p>
        </div>
      )}
    </div>
  )
}

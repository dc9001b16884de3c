'use client'

import { useState } from 'react'
import { endSession } from './session.client.tsx'

/** Ends the session of this browser and goes to the paper's front page. */
export function SignOut() {
  const [pending, setPending] = useState(false)
  const leave = () => {
    if (pending) return
    setPending(true)
    endSession().catch(() => setPending(false))
  }
  return (
    <button type="button" className="button button-small" aria-disabled={pending} onClick={leave}>
      {pending ? 'One moment…' : 'Sign out'}
    </button>
  )
}

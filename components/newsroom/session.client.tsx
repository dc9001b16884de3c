'use client'

import { signIn, signOut } from 'next-auth/react'

// The browser's only door to next-auth; the server's is server/auth/.

/** Asks for a session with e-mail and password: null when it was granted, else the reason as server/auth words it. */
export async function startSession(email: string, password: string): Promise<string | null> {
  const answer = await signIn('password', { email, password, redirect: false })
  return answer?.ok === true ? null : (answer?.error ?? '')
}

/** Leaves for Google's sign-in, which comes back to `target`, a path on this site. */
export function startGoogleSession(target: string): Promise<unknown> {
  return signIn('google', { callbackUrl: target })
}

/** Ends the session of this browser and goes to the paper's front page. */
export async function endSession(): Promise<void> {
  await signOut({ callbackUrl: '/' })
}

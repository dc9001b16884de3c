'use client'

import { PasswordForm } from '#components/newsroom/password-form.client.tsx'
import { startGoogleSession } from '#components/newsroom/session.client.tsx'

/** E-mail and password. `target`: the checked path to go to; `site`: the address that sessions are bound to. */
export function PasswordSignIn({ target, site }: { target: string; site: string }) {
  return <PasswordForm site={site} onSignedIn={() => window.location.assign(target)} />
}

/** The way in with a Google account that belongs to an invited or known address. */
export function GoogleButton({ target }: { target: string }) {
  return (
    <button type="button" className="button w-full" onClick={() => void startGoogleSession(target)}>
      Continue with Google
    </button>
  )
}

'use client'

import { useState } from 'react'
import { PasswordForm } from '#components/newsroom/password-form.client.tsx'
import { Modal } from '../body/modal.client.tsx'
import { useDesk } from '../editor-context.client.tsx'
import { Banner, goOn } from './banner.tsx'

/** How to sign in without leaving the page. `site`: the address that sessions are bound to. */
export type WaysIn = { google: boolean; site: string }

/** The session ended while the story is open: a dialog signs in again, and the text goes on its way from where it stopped. */
export function SignInAgain({ ways }: { ways: WaysIn }) {
  const { session, shared } = useDesk()
  const [open, setOpen] = useState(true)
  return (
    <Banner tone="bad">
      <p>You are signed out. What you type stays here, and is saved when you have signed in again.</p>
      <p>
        <button type="button" className="button button-small" onClick={() => setOpen(true)}>
          Sign in
        </button>
      </p>
      {open && (
        <Modal title="Sign in again" onClose={() => setOpen(false)}>
          <div className="flex flex-col gap-4">
            <p className="text-sm">You were signed out, {shared.me.name}. Sign in to go on; your text is still here.</p>
            <PasswordForm site={ways.site} onSignedIn={() => goOn(() => session.tryAgain())} />
            <p className="text-sm">
              <a href="/sign-in" target="_blank" rel="noopener" className="text-link inline-block py-2">
                {ways.google ? 'Sign in with Google or by a mailed link, in a new tab' : 'Other ways to sign in, in a new tab'}
              </a>
            </p>
          </div>
        </Modal>
      )}
    </Banner>
  )
}

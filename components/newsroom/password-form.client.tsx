'use client'

import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { TextField } from '#components/ui/fields.client.tsx'
import { refuse } from '#domain/result.ts'
import { tooManyTries } from '#domain/staff.ts'
import { startSession } from './session.client.tsx'

type Props = {
  /** The address that sessions are bound to. */
  site: string
  onSignedIn: () => void
}

function sentenceFor(error: string): string {
  const seconds = /^TooManyTries-(\d+)$/.exec(error)?.[1]
  if (seconds !== undefined) return tooManyTries(Number(seconds))
  return error === 'CredentialsSignin' ? 'E-mail or password is not right.' : 'Signing in did not work. Reload the page and try again.'
}

/** E-mail and password, on a page or in a dialog. */
export function PasswordForm({ site, onSignedIn }: Props) {
  const send: FormAction = async (_, form) => {
    if (window.location.origin !== site) return refuse(`Open this page as ${site}/sign-in to sign in.`)
    const [email, password] = [String(form.get('email')).trim(), String(form.get('password'))]
    // What was left out is said here: it is no try, and "not right" would send people looking for a mistake.
    const problems = [...(email === '' ? [{ field: 'email', message: 'Enter your e-mail address.' }] : []), ...(password === '' ? [{ field: 'password', message: 'Enter your password.' }] : [])]
    if (problems.length > 0) return { ok: false, problems }
    try {
      const refused = await startSession(email, password)
      if (refused !== null) return refuse(sentenceFor(refused))
    } catch {
      return refuse('The paper cannot be reached. Check your connection and try again.')
    }
    onSignedIn()
    return { ok: true }
  }
  return (
    <ActionForm action={send} submit="Sign in">
      <TextField name="email" label="E-mail" type="email" autoComplete="username" required />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" required />
    </ActionForm>
  )
}

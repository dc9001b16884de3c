import { redirect } from 'next/navigation'
import { EntryHeading } from '#components/newsroom/entry-frame.tsx'
import { Done, Problems } from '#components/ui/problems.tsx'
import { returnPath } from '#domain/return-path.ts'
import { currentActor } from '#server/auth/actor.ts'
import { waysIn } from '#server/auth/entry-pages.ts'
import { mailConfigured } from '#server/mail/mode.ts'
import { GoogleButton, PasswordSignIn } from './password-form.client.tsx'

const REASONS: Record<string, string> = {
  CredentialsSignin: 'E-mail or password is not right.',
  GoogleNotVerified: 'Google has not confirmed this e-mail address.',
  GoogleNotInvited: 'This Google account is not invited. Use the address that your invitation was sent to.',
  GoogleOtherAccount: 'This Google account belongs to another account here. Sign in with your password, or ask an admin.',
  GoogleNeedsName: 'Google gave us no name. Open the link in your invitation and enter it there.',
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { callbackUrl, error, done } = await searchParams
  const target = returnPath(typeof callbackUrl === 'string' ? callbackUrl : null)
  if ((await currentActor()) !== null) redirect(target)
  const { google, site } = waysIn()
  const reason = typeof error !== 'string' ? null : Object.hasOwn(REASONS, error) ? REASONS[error] : 'Signing in did not work. Try again.'
  return (
    <>
      <EntryHeading title="Sign in">For the staff of the paper. Readers need no account.</EntryHeading>
      {reason != null && <Problems problems={[{ message: reason }]} />}
      {done === 'everywhere' && <Done>You are signed out everywhere.</Done>}
      <PasswordSignIn target={target} site={site} />
      <p className="flex flex-wrap gap-x-6 text-sm">
        <a href="/sign-in/forgot" className="text-link inline-block py-1">
          Forgot your password?
        </a>
        {mailConfigured() && (
          <a href="/sign-in/link" className="text-link inline-block py-1">
            Send me a link instead
          </a>
        )}
      </p>
      {google && <GoogleButton target={target} />}
    </>
  )
}

import 'server-only'
import type { CookiesOptions } from 'next-auth'
import { env } from '../env.ts'

/** How long a session lasts without signing in again, in seconds: 14 days. */
export const SESSION_SECONDS = 14 * 24 * 3_600

/** Whether the site is served by https; then the cookies carry `Secure` and the `__Host-` prefix. */
export function isHttps(): boolean {
  return env().SITE_URL.startsWith('https://')
}

/** The name of the cookie that holds the session. */
export function sessionCookieName(): string {
  return `${isHttps() ? '__Host-' : ''}fourth-period.session`
}

/** Every cookie of next-auth: unreadable for scripts, not sent from other sites, bound to this host under https. */
export function authCookies(): Partial<CookiesOptions> {
  const cookie = (name: string, maxAge?: number) => ({
    name: `${isHttps() ? '__Host-' : ''}fourth-period.${name}`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps(), ...(maxAge === undefined ? {} : { maxAge }) },
  })
  return {
    sessionToken: { ...cookie('session'), name: sessionCookieName() },
    callbackUrl: cookie('callback-url'),
    csrfToken: cookie('csrf-token'),
    pkceCodeVerifier: cookie('pkce', 900),
    state: cookie('state', 900),
    nonce: cookie('nonce'),
  }
}

import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import GoogleProvider from 'next-auth/providers/google'
import { z } from 'zod'
import { returnPath } from '#domain/return-path.ts'
import { env } from '../env.ts'
import { log } from '../log.ts'
import { addressIn } from './client-address.ts'
import { admitGoogle, userOfGoogle } from './google.ts'
import { actorOfClaims, claimsFor, type Claims } from './session-claims.ts'
import { authCookies, SESSION_SECONDS } from './session-cookie.ts'
import { signInWithPassword } from './sign-in.ts'

/** The error that stands for "over the limit"; the seconds to wait follow it. */
export const TOO_MANY = 'TooManyTries-'

const typed = z.object({ email: z.string().max(1_000), password: z.string().max(1_000) })
const googleProfile = z.object({ sub: z.string(), email: z.string(), email_verified: z.boolean(), name: z.string().default('') })

const password = CredentialsProvider({
  id: 'password',
  name: 'E-mail and password',
  credentials: { email: { label: 'E-mail', type: 'email' }, password: { label: 'Password', type: 'password' } },
  async authorize(credentials, request) {
    const given = typed.safeParse(credentials)
    if (!given.success) return null
    const result = await signInWithPassword(given.data, addressIn(request.headers))
    if (result.outcome === 'wait') throw new Error(`${TOO_MANY}${result.seconds}`)
    return result.outcome === 'in' ? { id: result.userId } : null
  },
})

async function mayEnterWithGoogle(profile: unknown): Promise<true | string> {
  const read = googleProfile.safeParse(profile)
  const admission = read.success
    ? await admitGoogle({ sub: read.data.sub, email: read.data.email, emailVerified: read.data.email_verified, name: read.data.name })
    : ({ ok: false, reason: 'GoogleNotVerified' } as const)
  return admission.ok || `${env().SITE_URL}/sign-in?error=${admission.reason}`
}

/** The claims of a fresh session. Throwing ends the sign-in. */
async function freshClaims(userId: string | null): Promise<Claims> {
  const claims = userId === null ? null : await claimsFor(userId)
  if (claims === null) throw new Error('AccessDenied')
  return claims
}

const callbacks: NonNullable<NextAuthOptions['callbacks']> = {
  signIn: ({ account, profile }) => (account?.provider === 'google' ? mayEnterWithGoogle(profile) : account?.provider === 'password'),
  // A new session gets our two claims and nothing else; an old one lives on only while they still hold.
  async jwt({ token, user, account }) {
    if (account?.provider === 'google') return freshClaims(await userOfGoogle(account.providerAccountId))
    if (account?.provider === 'password') return freshClaims(user.id)
    if ((await actorOfClaims(token)) === null) throw new Error('The session has ended.')
    return token
  },
  session: ({ session }) => ({ expires: session.expires }),
  redirect({ url }) {
    const { SITE_URL } = env()
    return `${SITE_URL}${returnPath(url.startsWith(`${SITE_URL}/`) ? url.slice(SITE_URL.length) : url)}`
  },
}

/** How next-auth works here. Read at the first request, since a build has no settings. */
export function authOptions(): NextAuthOptions {
  const { AUTH_SECRET, GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET } = env()
  const google = GOOGLE_CLIENT_ID !== undefined && GOOGLE_CLIENT_SECRET !== undefined
  return {
    secret: AUTH_SECRET,
    providers: google ? [password, GoogleProvider({ clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET })] : [password],
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    cookies: authCookies(),
    useSecureCookies: env().SITE_URL.startsWith('https://'),
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/newsroom/account', verifyRequest: '/sign-in', newUser: '/newsroom' },
    callbacks,
    // Its own words may hold addresses and tokens; the code is enough to find the place.
    logger: { error: (code) => log.warn({ code }, 'next-auth refused'), warn: (code) => log.debug({ code }, 'next-auth warns'), debug: () => {} },
  }
}

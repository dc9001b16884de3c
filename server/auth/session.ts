import 'server-only'
import { cookies } from 'next/headers'
import { encode } from 'next-auth/jwt'
import { env } from '../env.ts'
import { claimsFor } from './session-claims.ts'
import { isHttps, SESSION_SECONDS, sessionCookieName } from './session-cookie.ts'

/**
 * Signs somebody in who has just proved who they are by a one-time link: a fresh token, the same as next-auth makes.
 * For server actions only. false: there is no such active account.
 */
export async function startSession(userId: string): Promise<boolean> {
  const claims = await claimsFor(userId)
  if (claims === null) return false
  const token = await encode({ token: claims, secret: env().AUTH_SECRET, maxAge: SESSION_SECONDS })
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps(), maxAge: SESSION_SECONDS } as const
  ;(await cookies()).set(sessionCookieName(), token, options)
  return true
}

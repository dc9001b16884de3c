import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import type { Actor } from '#domain/people.ts'
import { returnPath } from '#domain/return-path.ts'
import { env } from '../env.ts'
import { actorOfClaims } from './session-claims.ts'
import { sessionCookieName } from './session-cookie.ts'

/**
 * Who is signed in, or null. The cookie only names a user and a session version; role, standing and name are read from
 * the database at every request, so a change ends the session at once. Anything odd is signed out.
 */
export const currentActor: () => Promise<Actor | null> = cache(async () => {
  const cookie = (await cookies()).get(sessionCookieName())
  if (cookie === undefined || cookie.value === '') return null
  const claims = await decode({ token: cookie.value, secret: env().AUTH_SECRET }).catch(() => null)
  return actorOfClaims(claims)
})

/** Who is signed in; a signed-out person is sent to the sign-in page and comes back afterwards. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor()
  if (actor !== null) return actor
  redirect(`/sign-in?${new URLSearchParams({ callbackUrl: pathOf(await headers()) }).toString()}`)
}

/** The page of this request: our server names it; a server action's page is in its referer. */
function pathOf(sent: Headers): string {
  const named = sent.get('x-request-path')
  const referer = sent.get('referer')
  const page = sent.has('next-action') && referer !== null && URL.canParse(referer) ? new URL(referer) : null
  const path = page === null ? named : `${page.pathname}${page.search}`
  if (path === null) return returnPath(null)
  return returnPath(path.replace(/([?&])_rsc=[^&]*&?/, '$1').replace(/[?&]$/, ''))
}

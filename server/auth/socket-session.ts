import 'server-only'
import type { IncomingMessage } from 'node:http'
import { decode } from 'next-auth/jwt'
import { z } from 'zod'
import type { Actor } from '#domain/people.ts'
import { env } from '../env.ts'
import { actorOfClaims } from './session-claims.ts'
import { sessionCookieName } from './session-cookie.ts'

/** Who holds a connection: the claims of their cookie, to be asked again later, and when the session ends (ms since 1970). */
export type SocketSession = { claims: unknown; actor: Actor; endsAt: number }

const withEnd = z.object({ exp: z.number() })

function cookieIn(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

/** Who is signed in on a request outside Next (a WebSocket): the same cookie, judged as actor.ts judges it. null: nobody. */
export async function socketSession(request: IncomingMessage): Promise<SocketSession | null> {
  const token = cookieIn(request.headers.cookie, sessionCookieName())
  if (token === undefined || token === '') return null
  const claims = await decode({ token, secret: env().AUTH_SECRET }).catch(() => null)
  const end = withEnd.safeParse(claims)
  const actor = end.success ? await actorOfClaims(claims) : null
  return end.success && actor !== null ? { claims, actor, endsAt: end.data.exp * 1_000 } : null
}

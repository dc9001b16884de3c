import 'server-only'
import NextAuth from 'next-auth'
import { env } from '../env.ts'
import { authOptions, TOO_MANY } from './next-auth.ts'
import { isFromOurPages } from './origin.ts'

type Context = { params: Promise<{ nextauth: string[] }> }
type Handler = (request: Request, context: Context) => Promise<Response>

let handler: Handler | undefined

/** next-auth, told where the site lives: it must never believe a forwarded host. */
function nextAuth(): Handler {
  if (handler !== undefined) return handler
  process.env.NEXTAUTH_URL = `${env().SITE_URL}/api/auth`
  delete process.env.AUTH_TRUST_HOST
  const made: Handler = NextAuth(authOptions())
  return (handler = made)
}

/** Reads of next-auth: providers, the csrf token, the way back from Google. */
export function GET(request: Request, context: Context): Promise<Response> {
  return nextAuth()(request, context)
}

/** Signing in and out: only from our own pages, and over the limit with the status that says so. */
export async function POST(request: Request, context: Context): Promise<Response> {
  if (!isFromOurPages(request.headers)) return Response.json({ ok: false, problems: [{ message: 'This was not sent from this site.' }] }, { status: 403 })
  return withWait(await nextAuth()(request, context))
}

/** Gives an answer that says "over the limit" the status and the header for it; any other is left as it is. */
export async function withWait(response: Response): Promise<Response> {
  if (response.status !== 401) return response
  const where = response.headers.get('location') ?? (await response.clone().text())
  const seconds = new RegExp(`${TOO_MANY}(\\d+)`).exec(where)?.[1]
  if (seconds === undefined) return response
  const headers = new Headers(response.headers)
  headers.set('retry-after', seconds)
  return new Response(response.body, { status: 429, headers })
}

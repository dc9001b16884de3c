import { paperEpoch } from '#server/offline/published.ts'

/** Tells browsers that keep stories whether the paper changed since: a word that is another one after each change. */
export async function GET(): Promise<Response> {
  return Response.json({ epoch: await paperEpoch() }, { headers: { 'cache-control': 'no-store' } })
}

import { publishedManifest } from '#server/look/published.ts'
import { ASKED_ABOUT } from '../(reader)/drawn-answer.ts'

/** What a phone needs to put the paper on its screen. */
export async function GET(): Promise<Response> {
  return Response.json(await publishedManifest(), { headers: { 'content-type': 'application/manifest+json; charset=utf-8', 'cache-control': ASKED_ABOUT } })
}

import { publishedWorker } from '#server/offline/published.ts'

/** The service worker. Browsers ask for it at every visit, so that it can be changed and ended (docs/decisions/0036). */
export async function GET(): Promise<Response> {
  return new Response(await publishedWorker(), { headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=0, must-revalidate' } })
}

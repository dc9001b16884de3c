import { publishedSitemapIndex } from '#server/feeds/published.ts'
import { machineAnswer } from '../(reader)/machine-answer.ts'
import { siteOrigin } from '../(reader)/site-url.ts'

/** The list of all sitemaps; here, where Next itself looks for one, and not in (reader), whose name it could make part of the address. */
export async function GET(): Promise<Response> {
  return machineAnswer(await publishedSitemapIndex(siteOrigin()), 'application/xml')
}

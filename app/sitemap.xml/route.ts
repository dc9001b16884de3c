import { publishedSitemapIndex } from '#server/feeds/published.ts'
import { machineAnswer } from '../(reader)/machine-answer.ts'
import { siteOrigin } from '../(reader)/site-url.ts'

/** The list of all sitemaps. It stands outside of (reader): Next renames files called sitemap in such a folder. */
export async function GET(): Promise<Response> {
  return machineAnswer(await publishedSitemapIndex(siteOrigin()), 'application/xml')
}

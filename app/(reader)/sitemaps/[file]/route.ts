import { publishedSitemap } from '#server/feeds/published.ts'
import { machineAnswer } from '../../machine-answer.ts'
import { siteOrigin } from '../../site-url.ts'

/** One sitemap: the stories of a month, or the other pages. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  return machineAnswer(await publishedSitemap((await params).file, siteOrigin()), 'application/xml')
}

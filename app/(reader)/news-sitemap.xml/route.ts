import { publishedNews } from '#server/feeds/published.ts'
import { machineAnswer } from '../machine-answer.ts'
import { siteOrigin } from '../site-url.ts'

/** What came out in the last 48 hours, for Google News. */
export async function GET(): Promise<Response> {
  return machineAnswer(await publishedNews(siteOrigin()), 'application/xml')
}

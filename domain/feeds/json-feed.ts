import { feedPath, feedTitle, homePath } from './addresses.ts'
import { timesOf, type Feed, type FeedItem } from './feed.ts'
import { feedPicture, mediaUrl } from './pictures.ts'
import { topicsOf } from './template-html.ts'
import { storyHtml } from './story-html.ts'

/** The picture that stands for a story: the one that is made for links, a JPEG that everybody can show. */
function imageOf({ story: { lead } }: FeedItem, origin: string): string | null {
  if (lead === null) return null
  return lead.social ? mediaUrl(origin, lead.social.key) : (feedPicture(lead.asset, origin)?.url ?? null)
}

function item(one: FeedItem, feed: Feed, origin: string): Record<string, unknown> {
  const { story, id, path } = one
  const { published, changed } = timesOf(one, feed)
  const image = imageOf(one, origin)
  const tags = [...(story.section === null ? [] : [story.section.name]), ...topicsOf(story, feed.paper.language)]
  return {
    id,
    url: `${origin}${path}`,
    title: story.headline,
    content_html: storyHtml(story, { origin, ...feed.paper }),
    ...(story.deck === '' ? {} : { summary: story.deck }),
    ...(image === null ? {} : { image }),
    date_published: published,
    ...(changed === published ? {} : { date_modified: changed }),
    ...(story.bylines.length === 0 ? {} : { authors: story.bylines.map(({ name }) => ({ name })) }),
    ...(tags.length === 0 ? {} : { tags }),
  }
}

/** A feed as JSON Feed 1.1 (www.jsonfeed.org) with full texts. `origin`: of the paper, without a slash at its end. */
export function jsonFeed(feed: Feed, origin: string): string {
  const { of, name, paper } = feed
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feedTitle(paper, of, name),
    home_page_url: `${origin}${homePath(of)}`,
    feed_url: `${origin}${feedPath(of, 'json')}`,
    ...(paper.motto === '' ? {} : { description: paper.motto }),
    language: feed.paper.language,
    authors: [{ name: paper.name, url: `${origin}/` }],
    items: feed.items.map((one) => item(one, feed, origin)),
  })
}

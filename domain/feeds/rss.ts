import { FEED_FILES, feedPath, feedTitle, homePath } from './addresses.ts'
import { feedChanged, timesOf, type Feed, type FeedItem } from './feed.ts'
import { feedPicture, picturesOf } from './pictures.ts'
import { topicsOf } from './template-html.ts'
import { storyHtml } from './story-html.ts'
import { element, xmlDocument, type XmlElement } from './xml.ts'

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
}

/** RFC 822 with four digits for the year, as RSS 2.0 asks for: "Tue, 24 Nov 2026 15:00:00 GMT". */
const rssDate = (iso: string) => new Date(iso).toUTCString()

const words = (name: string, text: string, attributes: Record<string, string> = {}): XmlElement[] => (text === '' ? [] : [element(name, attributes, text)])

/** The pictures by Media RSS: each with its caption, what it shows, and its credit. */
function media({ story }: FeedItem, origin: string): XmlElement[] {
  return picturesOf(story).flatMap(({ asset, caption, alt, credit }) => {
    const picture = feedPicture(asset, origin)
    if (picture === null) return []
    const { url, type, width, height } = picture
    const about = [...words('media:title', alt, { type: 'plain' }), ...words('media:description', caption === '' ? alt : caption, { type: 'plain' }), ...words('media:credit', credit)]
    return [element('media:content', { url, type, medium: 'image', width: String(width), height: String(height) }, about)]
  })
}

function item(one: FeedItem, feed: Feed, origin: string): XmlElement {
  const { story, id, path } = one
  const { published, changed } = timesOf(one, feed)
  return element('item', {}, [
    element('title', {}, story.headline),
    element('link', {}, `${origin}${path}`),
    // Not the address, which a new version can change: a story that was put right is still the same story.
    element('guid', { isPermaLink: 'false' }, id),
    element('pubDate', {}, rssDate(published)),
    ...(changed === published ? [] : [element('atom:updated', {}, changed)]),
    ...story.bylines.map(({ name }) => element('dc:creator', {}, name)),
    ...(story.section === null ? [] : [element('category', {}, story.section.name)]),
    ...topicsOf(story, feed.paper.language).map((tag) => element('category', {}, tag)),
    ...words('description', story.deck),
    element('content:encoded', {}, storyHtml(story, { origin, ...feed.paper })),
    ...media(one, origin),
  ])
}

/** A feed as RSS 2.0 (www.rssboard.org/rss-specification) with full texts and pictures. `origin`: of the paper, without a slash at its end. */
export function rssFeed(feed: Feed, origin: string): string {
  const { of, name, paper } = feed
  const title = feedTitle(paper, of, name)
  return xmlDocument(
    element('rss', { version: '2.0', ...NAMESPACES }, [
      element('channel', {}, [
        element('title', {}, title),
        element('link', {}, `${origin}${homePath(of)}`),
        element('description', {}, paper.motto === '' ? title : paper.motto),
        element('language', {}, feed.paper.language),
        element('lastBuildDate', {}, rssDate(feedChanged(feed))),
        element('docs', {}, 'https://www.rssboard.org/rss-specification'),
        element('atom:link', { rel: 'self', href: `${origin}${feedPath(of, 'rss')}`, type: FEED_FILES.rss.type }),
        ...feed.items.map((one) => item(one, feed, origin)),
      ]),
    ]),
  )
}

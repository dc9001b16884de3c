import { FEED_FILES, feedPath, feedTitle, homePath } from './addresses.ts'
import { feedChanged, timesOf, type Feed, type FeedItem } from './feed.ts'
import { topicsOf } from './template-html.ts'
import { storyHtml } from './story-html.ts'
import { element, xmlDocument, type XmlElement } from './xml.ts'

function entry(one: FeedItem, feed: Feed, origin: string): XmlElement {
  const { story, id, path } = one
  const { published, changed } = timesOf(one, feed)
  return element('entry', {}, [
    element('id', {}, id),
    element('title', {}, story.headline),
    element('link', { rel: 'alternate', type: 'text/html', href: `${origin}${path}` }),
    element('published', {}, published),
    element('updated', {}, changed),
    ...story.bylines.map(({ name }) => element('author', {}, [element('name', {}, name)])),
    ...[...(story.section === null ? [] : [story.section.name]), ...topicsOf(story, feed.paper.language)].map((term) => element('category', { term })),
    story.deck === '' ? null : element('summary', {}, story.deck),
    element('content', { type: 'html' }, storyHtml(story, { origin, ...feed.paper })),
  ])
}

/** A feed as Atom (RFC 4287) with full texts. `origin`: of the paper, without a slash at its end. */
export function atomFeed(feed: Feed, origin: string): string {
  const { of, name, paper } = feed
  const self = `${origin}${feedPath(of, 'atom')}`
  return xmlDocument(
    element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': paper.language }, [
      element('id', {}, self),
      element('title', {}, feedTitle(paper, of, name)),
      paper.motto === '' ? null : element('subtitle', {}, paper.motto),
      element('updated', {}, feedChanged(feed)),
      element('link', { rel: 'self', type: FEED_FILES.atom.type, href: self }),
      element('link', { rel: 'alternate', type: 'text/html', href: `${origin}${homePath(of)}` }),
      // Who answers for a story that names nobody (RFC 4287, 4.2.1).
      element('author', {}, [element('name', {}, paper.name)]),
      ...feed.items.map((one) => entry(one, feed, origin)),
    ]),
  )
}

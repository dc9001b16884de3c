import type { FeedFormat } from './addresses.ts'
import { atomFeed } from './atom.ts'
import type { Feed } from './feed.ts'
import { jsonFeed } from './json-feed.ts'
import { rssFeed } from './rss.ts'

/** A feed written down in one of its formats; `origin`: of the paper, without a slash at its end. */
export const WRITE_FEED: Record<FeedFormat, (feed: Feed, origin: string) => string> = { rss: rssFeed, atom: atomFeed, json: jsonFeed }

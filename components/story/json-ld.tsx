import { lastChange } from '#domain/feeds/feed.ts'
import type { StoryView } from '#domain/story-view.ts'
import { mediaPath } from './picture.tsx'

/** What search engines are told of a story besides itself: the paper's name and the addresses, absolute. */
export type JsonLdPlace = { paper: string; origin: string; path: string }

/** A story as schema.org's NewsArticle, with its corrections (schema.org/correction). */
export function newsArticle(story: StoryView, { paper, origin, path }: JsonLdPlace): Record<string, unknown> {
  const image = story.lead?.asset.variants.filter(({ format }) => format === 'webp').map(({ key }) => `${origin}${mediaPath(key)}`) ?? []
  const corrections = story.corrections.filter(({ kind }) => kind === 'CORRECTION')
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: `${origin}${path}`,
    headline: story.headline,
    ...(story.deck === '' ? {} : { description: story.deck }),
    ...(story.section === null ? {} : { articleSection: story.section.name }),
    ...(story.publishedAt === null ? {} : { datePublished: story.publishedAt, dateModified: lastChange(story) ?? story.publishedAt }),
    author: story.bylines.map(({ name, handle }) => ({ '@type': 'Person', name, ...(handle === undefined ? {} : { url: `${origin}/staff/${handle}` }) })),
    publisher: { '@type': 'NewsMediaOrganization', name: paper, url: origin },
    ...(image.length === 0 ? {} : { image }),
    ...(corrections.length === 0 ? {} : { correction: corrections.map(({ text, at }) => ({ '@type': 'CorrectionComment', text, datePublished: at })) }),
    ...(story.tags.length === 0 ? {} : { keywords: story.tags.map(({ name }) => name) }),
  }
}

/** JSON that may stand inside a <script>: no text in it can end the element or a line. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c').replace(/>/g, '\\u003e').replace(/&/g, '\\u0026').replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029')
}

/** What search engines are told, as schema.org's vocabulary. */
export function StructuredData({ data }: { data: Record<string, unknown> }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(data) }} />
}

/** The NewsArticle of a story, for search engines. */
export function JsonLd({ story, place }: { story: StoryView; place: JsonLdPlace }) {
  return <StructuredData data={newsArticle(story, place)} />
}

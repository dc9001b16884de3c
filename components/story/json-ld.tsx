import { sourcesOf } from '#domain/document/sources.ts'
import { imagesOf } from '#domain/document/schema.ts'
import { rejectedBody } from '#domain/document/suggestions.ts'
import { lastChange } from '#domain/feeds/feed.ts'
import type { AssetView } from '#domain/media.ts'
import { REVIEWED, type Review } from '#domain/story-template.ts'
import type { StoryView } from '#domain/story-view.ts'
import type { Language } from '#domain/words/language.ts'
import { mediaPath } from './picture.tsx'

/** What search engines are told of a story besides itself: the paper's name and the addresses, absolute. */
export type JsonLdPlace = { paper: string; origin: string; path: string; language: Language }
type Json = Record<string, unknown>

const TYPES = { opinion: 'OpinionNewsArticle', review: 'ReviewNewsArticle', longForm: 'NewsArticle', photoEssay: 'NewsArticle', standard: 'NewsArticle' } as const

/** A story as schema.org's NewsArticle, or the kind of it that its template is, with its corrections (schema.org/correction) and sources. */
export function newsArticle(story: StoryView, { paper, origin, path, language }: JsonLdPlace): Json {
  const image = picturesOf(story).map((key) => `${origin}${mediaPath(key)}`)
  const corrections = story.corrections.filter(({ kind }) => kind === 'CORRECTION')
  const citation = story.body === null ? [] : sourcesOf(rejectedBody(story.body)).sources.map(({ note, href }) => ({ '@type': 'CreativeWork', name: note, ...(href === null ? {} : { url: href }) }))
  const { template } = story
  return {
    '@context': 'https://schema.org',
    '@type': TYPES[template?.kind ?? 'standard'],
    mainEntityOfPage: `${origin}${path}`,
    headline: story.headline,
    inLanguage: language,
    ...(story.deck === '' ? {} : { description: story.deck }),
    ...(story.section === null ? {} : { articleSection: story.section.name }),
    ...(story.publishedAt === null ? {} : { datePublished: story.publishedAt, dateModified: lastChange(story) ?? story.publishedAt }),
    author: story.bylines.map(({ name, handle }) => ({ '@type': 'Person', name, ...(handle === undefined ? {} : { url: `${origin}/staff/${handle}` }) })),
    publisher: { '@type': 'NewsMediaOrganization', name: paper, url: origin },
    ...(image.length === 0 ? {} : { image }),
    ...(template?.kind === 'review' ? reviewOf(template) : {}),
    ...(citation.length === 0 ? {} : { citation }),
    ...(corrections.length === 0 ? {} : { correction: corrections.map(({ text, at }) => ({ '@type': 'CorrectionComment', text, datePublished: at })) }),
    ...(story.tags.length === 0 ? {} : { keywords: story.tags.map(({ name }) => name) }),
  }
}

/** The pictures that a story is known by: its lead in every size, and for a photo essay the largest of each. */
function picturesOf({ lead, template, body, assets }: StoryView): string[] {
  const webp = ({ variants }: AssetView) => variants.filter(({ format }) => format === 'webp')
  const leads = lead === null ? [] : webp(lead.asset).map(({ key }) => key)
  if (template?.kind !== 'photoEssay' || body === null) return leads
  const placed = imagesOf(body).flatMap(({ attrs }) => (Object.hasOwn(assets, attrs.assetId) ? (assets[attrs.assetId] ?? []) : []))
  return [...leads, ...new Set(placed.flatMap((asset) => webp(asset).toSorted((a, b) => b.width - a.width)[0]?.key ?? []))]
}

function reviewOf(review: Review): Json {
  const { rating } = review
  return {
    itemReviewed: { '@type': REVIEWED[review.reviewed].type, name: review.title, ...factsOf(review) },
    ...(rating === null ? {} : { reviewRating: { '@type': 'Rating', ratingValue: rating / 2, bestRating: 5, worstRating: 0.5 } }),
  }
}

/** Maker, place and price under the names that each type has for them. */
function factsOf({ reviewed, maker, where, price }: Review): Json {
  const by = (property: string, type: string): Json => (maker === '' ? {} : { [property]: { '@type': type, name: maker } })
  const at = (property: string, value: unknown): Json => (where === '' ? {} : { [property]: value })
  switch (reviewed) {
    case 'book':
      return by('author', 'Person')
    case 'film':
      return by('director', 'Person')
    case 'music':
      return by('byArtist', 'MusicGroup')
    case 'show':
      return { ...by('performer', 'PerformingGroup'), ...at('location', { '@type': 'Place', name: where }) }
    case 'game':
      return by('creator', 'Organization')
    case 'food':
      return { ...at('address', where), ...(price === '' ? {} : { priceRange: price }) }
    case 'place':
      return at('address', where)
    case 'thing':
      return by('manufacturer', 'Organization')
  }
}

/** JSON that may stand inside a <script>: no text in it can end the element or a line. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c').replace(/>/g, '\\u003e').replace(/&/g, '\\u0026').replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029')
}

/** What search engines are told, as schema.org's vocabulary. */
export function StructuredData({ data }: { data: Record<string, unknown> | readonly Record<string, unknown>[] }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(data) }} />
}

/** The NewsArticle of a story, for search engines. */
export function JsonLd({ story, place }: { story: StoryView; place: JsonLdPlace }) {
  return <StructuredData data={newsArticle(story, place)} />
}

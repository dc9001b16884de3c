/**
 * The types of schema.org that a story is told in, with the properties of each that may be used and what they hold, as
 * https://schema.org/<type> lists them (version 29.0, read in November 2026): a small part of the vocabulary, for tests.
 */

type Value = 'Text' | 'URL' | 'DateTime' | 'Number' | 'Language' | string
type Type = { extends?: string; properties: Readonly<Record<string, readonly Value[]>>; required?: readonly string[] }

/** By name. `required`: what readers of structured data ask of it (https://developers.google.com/search/docs/appearance/structured-data), schema.org itself asks nothing. */
export const SCHEMA_ORG: Readonly<Record<string, Type>> = {
  Thing: { properties: { name: ['Text'], description: ['Text'], url: ['URL'], image: ['URL', 'ImageObject'], mainEntityOfPage: ['URL', 'CreativeWork'] } },
  CreativeWork: {
    extends: 'Thing',
    properties: {
      headline: ['Text'], inLanguage: ['Language', 'Text'], datePublished: ['DateTime'], dateModified: ['DateTime'], author: ['Person', 'Organization'], creator: ['Person', 'Organization'],
      publisher: ['Person', 'Organization'], keywords: ['Text'], citation: ['CreativeWork', 'Text'], correction: ['CorrectionComment', 'Text', 'URL'], text: ['Text'],
    },
  },
  Article: { extends: 'CreativeWork', properties: { articleSection: ['Text'], articleBody: ['Text'], wordCount: ['Number'] }, required: ['headline', 'author', 'publisher'] },
  NewsArticle: { extends: 'Article', properties: { dateline: ['Text'] } },
  OpinionNewsArticle: { extends: 'NewsArticle', properties: {} },
  Review: { extends: 'CreativeWork', properties: { itemReviewed: ['Thing'], reviewRating: ['Rating'], reviewBody: ['Text'], reviewAspect: ['Text'] } },
  // A CriticReview and a NewsArticle at once: its own parent is the article, the properties of Review come with it.
  ReviewNewsArticle: { extends: 'NewsArticle', properties: { itemReviewed: ['Thing'], reviewRating: ['Rating'] }, required: ['itemReviewed'] },
  CorrectionComment: { extends: 'CreativeWork', properties: {}, required: ['text'] },
  Rating: { extends: 'Thing', properties: { ratingValue: ['Number', 'Text'], bestRating: ['Number', 'Text'], worstRating: ['Number', 'Text'] }, required: ['ratingValue'] },
  Person: { extends: 'Thing', properties: { jobTitle: ['Text'] }, required: ['name'] },
  Organization: { extends: 'Thing', properties: { address: ['Text', 'PostalAddress'], logo: ['URL', 'ImageObject'] }, required: ['name'] },
  NewsMediaOrganization: { extends: 'Organization', properties: {} },
  PerformingGroup: { extends: 'Organization', properties: {} },
  MusicGroup: { extends: 'PerformingGroup', properties: {} },
  Place: { extends: 'Thing', properties: { address: ['Text', 'PostalAddress'] }, required: ['name'] },
  // A LocalBusiness is an Organization and a Place.
  FoodEstablishment: { extends: 'Organization', properties: { priceRange: ['Text'], servesCuisine: ['Text'] } },
  Book: { extends: 'CreativeWork', properties: { isbn: ['Text'] }, required: ['name'] },
  Movie: { extends: 'CreativeWork', properties: { director: ['Person'], actor: ['Person'] }, required: ['name'] },
  MusicRecording: { extends: 'CreativeWork', properties: { byArtist: ['MusicGroup', 'Person'] }, required: ['name'] },
  Game: { extends: 'CreativeWork', properties: {}, required: ['name'] },
  Event: { extends: 'Thing', properties: { performer: ['Organization', 'Person'], location: ['Place', 'Text'], startDate: ['DateTime'] }, required: ['name'] },
  Product: { extends: 'Thing', properties: { manufacturer: ['Organization'], brand: ['Organization'] }, required: ['name'] },
}

const lineOf = (name: string): string[] => {
  const type = SCHEMA_ORG[name]
  return type === undefined ? [] : [name, ...(type.extends === undefined ? [] : lineOf(type.extends))]
}

function isPlain(value: unknown, kinds: readonly Value[]): boolean {
  if (typeof value === 'number') return kinds.includes('Number')
  if (typeof value !== 'string' || value === '') return false
  if (kinds.includes('Text')) return true
  if (kinds.includes('Language')) return /^[a-z]{2,3}(?:-|$)/.test(value)
  if (kinds.includes('DateTime')) return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)
  return kinds.includes('URL') && URL.canParse(value)
}

/** What is wrong with a value as schema.org has it, each with its place; empty = nothing. */
export function schemaOrgProblems(value: unknown, place = ''): string[] {
  if (typeof value !== 'object' || value === null || !('@type' in value) || typeof value['@type'] !== 'string') return [`${place}: no typed thing`]
  const line = lineOf(value['@type'])
  if (line.length === 0) return [`${place}: ${value['@type']} is unknown`]
  const required = line.flatMap((name) => SCHEMA_ORG[name]?.required ?? []).filter((name) => !Object.hasOwn(value, name)).map((name) => `${place}: ${name} is missing`)
  const wrong = Object.entries(value).filter(([name]) => !name.startsWith('@')).flatMap(([name, held]) => {
    const kinds = line.flatMap((one) => SCHEMA_ORG[one]?.properties[name] ?? [])
    const here = `${place}/${name}`
    if (kinds.length === 0) return [`${here}: no property of ${line[0]}`]
    return (Array.isArray(held) ? held : [held]).flatMap((one: unknown) => {
      if (isPlain(one, kinds)) return []
      const type = typeof one === 'object' && one !== null && '@type' in one ? String(one['@type']) : null
      return type !== null && lineOf(type).some((parent) => kinds.includes(parent)) ? schemaOrgProblems(one, here) : [`${here}: ${JSON.stringify(one)} is none of ${kinds.join(', ')}`]
    })
  })
  return [...required, ...wrong]
}

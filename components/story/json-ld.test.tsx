import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { StoryView } from '#domain/story-view.ts'
import { HOSTILE_TEXT } from './hostile-text.ts'
import { EMPTY_REVIEW, REVIEWED, type Reviewed, type StoryTemplate } from '#domain/story-template.ts'
import { JsonLd, newsArticle, scriptJson } from './json-ld.tsx'
import { schemaOrgProblems } from './testing/schema-org.ts'

const PLACE = { paper: 'The Paper', origin: 'https://paper.test', path: '/news/a-story', language: 'en' as const }

function story(text: string): StoryView {
  const variants = [{ key: 'k.webp', format: 'webp' as const, width: 480, height: 320 }]
  return {
    headline: text,
    deck: text,
    section: { slug: 'news', name: text },
    bylines: [{ name: text, credit: text }],
    tags: [{ slug: 'topic', name: text }],
    series: null,
    template: null,
    publishedAt: '2026-11-24T12:00:00Z',
    updatedAt: null,
    lead: { asset: { id: 'a', width: 3, height: 2, placeholder: '', variants }, caption: text, alt: text, credit: text },
    body: null,
    related: {},
    corrections: [],
    assets: {},
  }
}

test.each(HOSTILE_TEXT)('%j neither ends the script nor changes its meaning', (text) => {
  const markup = renderToStaticMarkup(<JsonLd story={story(text)} place={{ ...PLACE, paper: text }} />)
  expect(markup.match(/<\/?[a-z!]/gi)).toEqual(['<s', '</s'])
  const json = markup.replace(/^<script type="application\/ld\+json">/, '').replace(/<\/script>$/, '')
  expect(json).not.toMatch(/[<>&\u2028\u2029]/)
  const headline: unknown = JSON.parse(json)
  expect(headline).toMatchObject({ headline: text, author: [{ name: text }], keywords: [text], publisher: { name: text } })
})

test('a story is told as a NewsArticle with absolute addresses', () => {
  expect(newsArticle(story('Words'), PLACE)).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: 'https://paper.test/news/a-story',
    datePublished: '2026-11-24T12:00:00Z',
    dateModified: '2026-11-24T12:00:00Z',
    image: ['https://paper.test/api/media/k.webp'],
  })
})

test('its corrections are told, and count as its last change; updates only count', () => {
  const corrections = [
    { id: 'a', kind: 'CORRECTION' as const, text: 'It was wrong.', at: '2026-11-25T12:00:00.000Z', replaced: null },
    { id: 'b', kind: 'UPDATE' as const, text: 'It goes on.', at: '2026-11-26T12:00:00.000Z', replaced: null },
  ]
  expect(newsArticle({ ...story('Words'), corrections }, PLACE)).toMatchObject({
    dateModified: '2026-11-26T12:00:00.000Z',
    correction: [{ '@type': 'CorrectionComment', text: 'It was wrong.', datePublished: '2026-11-25T12:00:00.000Z' }],
  })
  expect(newsArticle({ ...story('Words'), corrections: corrections.slice(1) }, PLACE)).not.toHaveProperty('correction')
})

test('what a story lacks is left out', () => {
  const bare: StoryView = { ...story('Words'), deck: '', section: null, bylines: [], tags: [], publishedAt: null, lead: null }
  expect(Object.keys(newsArticle(bare, PLACE)).sort()).toEqual(['@context', '@type', 'author', 'headline', 'inLanguage', 'mainEntityOfPage', 'publisher'])
})

test('text that looks escaped already stays as it was', () => {
  expect(JSON.parse(scriptJson('\\u003c'))).toBe('\\u003c')
})

const kinds = Object.keys(REVIEWED) as Reviewed[]
const REVIEW = { ...EMPTY_REVIEW, title: 'T', maker: 'M', where: 'W', when: 'N', price: '$6', rating: 9 }
const TEMPLATES: [string, StoryTemplate | null][] = [
  ['NewsArticle', null], ['NewsArticle', { kind: 'longForm' }], ['NewsArticle', { kind: 'photoEssay' }], ['OpinionNewsArticle', { kind: 'opinion' }],
  ...kinds.flatMap((reviewed): [string, StoryTemplate][] => [['ReviewNewsArticle', { ...REVIEW, reviewed }], ['ReviewNewsArticle', { ...EMPTY_REVIEW, reviewed, title: 'T' }]]),
]

test.each(TEMPLATES)('as %s a story of the template %j says nothing that schema.org does not know', (type, template) => {
  const body = { type: 'doc' as const, content: [
    { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'x', marks: [{ type: 'source' as const, attrs: { note: 'Budget', href: 'https://a.example/' } }] }] },
    { type: 'image' as const, attrs: { assetId: 'a', caption: '', alt: '', credit: '' } },
  ] }
  const { lead } = story('Words')
  const whole = { ...story('Words'), template, body, assets: lead === null ? {} : { a: lead.asset }, corrections: [{ id: 'c', kind: 'CORRECTION' as const, text: 'Wrong.', at: '2026-11-25T12:00:00.000Z', replaced: null }] }
  const told = newsArticle(whole, PLACE)
  expect(told['@type']).toBe(type)
  expect(told).toMatchObject({ inLanguage: 'en', citation: [{ '@type': 'CreativeWork', name: 'Budget', url: 'https://a.example/' }] })
  expect(schemaOrgProblems(told)).toEqual([])
})

test('a review is told with what it is of and its rating', () => {
  expect(newsArticle({ ...story('Words'), template: { ...REVIEW, reviewed: 'book' } }, PLACE)).toMatchObject({
    itemReviewed: { '@type': 'Book', name: 'T', author: { '@type': 'Person', name: 'M' } },
    reviewRating: { '@type': 'Rating', ratingValue: 4.5, bestRating: 5, worstRating: 0.5 },
  })
  expect(newsArticle({ ...story('Words'), template: { ...REVIEW, rating: null } }, PLACE)).not.toHaveProperty('reviewRating')
})

test('what schema.org does not know is found', () => {
  expect(schemaOrgProblems({ '@type': 'NewsArticle', headline: 'x', author: [{ '@type': 'Book', name: 'x' }], publisher: { '@type': 'Organization' }, stars: 5, datePublished: 'soon' })).toEqual([
    '/author: {"@type":"Book","name":"x"} is none of Person, Organization', '/publisher: name is missing', '/stars: no property of NewsArticle', '/datePublished: "soon" is none of DateTime',
  ])
  expect(schemaOrgProblems({ '@type': 'Spaceship' })).toEqual([': Spaceship is unknown'])
  expect(schemaOrgProblems('x')).toEqual([': no typed thing'])
})

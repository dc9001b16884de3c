import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { StoryView } from '#domain/story-view.ts'
import { HOSTILE_TEXT } from './hostile-text.ts'
import { JsonLd, newsArticle, scriptJson } from './json-ld.tsx'

const PLACE = { paper: 'The Paper', origin: 'https://paper.test', path: '/news/a-story' }

function story(text: string): StoryView {
  const variants = [{ key: 'k.webp', format: 'webp' as const, width: 480, height: 320 }]
  return {
    headline: text,
    deck: text,
    section: { slug: 'news', name: text },
    bylines: [{ name: text, credit: text }],
    tags: [{ slug: 'topic', name: text }],
    series: null,
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
  expect(Object.keys(newsArticle(bare, PLACE)).sort()).toEqual(['@context', '@type', 'author', 'headline', 'mainEntityOfPage', 'publisher'])
})

test('text that looks escaped already stays as it was', () => {
  expect(JSON.parse(scriptJson('\\u003c'))).toBe('\\u003c')
})

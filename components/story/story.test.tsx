import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { storyDocumentSchema, type StoryDocument } from '#domain/document/schema.ts'
import type { AssetView } from '#domain/media.ts'
import type { StoryView } from '#domain/story-view.ts'
import { HOSTILE_TEXT } from './hostile-text.ts'
import { Story } from './story.tsx'

const ASSET_ID = '0198b0a0-0000-7000-8000-000000000001'

function asset(change: Partial<AssetView> = {}): AssetView {
  const variants = (['avif', 'webp'] as const).flatMap((format) => [960, 480].map((width) => ({ key: `${width}.${format}`, format, width, height: width / 1.5 })))
  return { id: ASSET_ID, width: 1600, height: 1067, placeholder: 'data:image/webp;base64,UklGRg==', variants, ...change }
}

function story(text: string, change: Partial<StoryView> = {}): StoryView {
  const inline = [{ type: 'text' as const, text, marks: [{ type: 'bold' as const }, { type: 'italic' as const }, { type: 'link' as const, attrs: { href: 'https://example.org/' } }] }]
  const paragraph = { type: 'paragraph' as const, content: inline }
  const picture = { caption: text, alt: text, credit: text }
  const body: StoryDocument = {
    type: 'doc',
    content: [
      paragraph,
      { type: 'heading', attrs: { level: 2 }, content: inline },
      { type: 'heading', attrs: { level: 3 }, content: inline },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph, { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph] }] }] }] },
      { type: 'blockquote', content: [paragraph] },
      { type: 'pullQuote', attrs: { attribution: text }, content: [...inline, { type: 'hardBreak' }] },
      { type: 'image', attrs: { assetId: ASSET_ID, ...picture } },
    ],
  }
  return {
    headline: text,
    deck: text,
    section: { slug: 'news', name: text },
    bylines: [{ name: text, credit: text }],
    tags: [text],
    publishedAt: '2026-11-24T12:00:00Z',
    updatedAt: '2026-11-25T12:00:00Z',
    lead: { asset: asset(), ...picture },
    body,
    assets: { [ASSET_ID]: asset() },
    ...change,
  }
}

const html = (view: StoryView) => renderToStaticMarkup(<Story story={view} timeZone="UTC" />)
/** The elements and the names of their attributes: what a browser would make of it, without any text. */
const skeleton = (markup: string) =>
  [...markup.matchAll(/<\/?([a-z0-9!-]+)((?:\s[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(([, tag, attributes]) => `${tag}${(attributes ?? '').replace(/="[^"]*"/g, '')}`)

test('every block of a story is rendered', () => {
  const markup = html(story('plain words'))
  for (const tag of ['<h1', '<h2', '<h3', '<ul', '<ol', '<li', '<blockquote', '<figure class="pull-quote"', '<picture', '<strong', '<em', '<br/>', '<time']) {
    expect(markup).toContain(tag)
  }
  expect(markup).toContain('href="https://example.org/" rel="noopener nofollow"')
})

// A headline's length decides its size, so the plain text compared with is as long.
test.each(HOSTILE_TEXT)('%j stays text in every field', (text) => {
  const markup = html(story(text))
  expect(skeleton(markup)).toEqual(skeleton(html(story('x'.repeat(text.length)))))
  expect(markup).not.toMatch(/<script/i)
})

test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.test', 'vbscript:x'])('a stored link to %s is not made a link', (href) => {
  const body: StoryDocument = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'words', marks: [{ type: 'link', attrs: { href } }] }] }] }
  expect(storyDocumentSchema.safeParse(body).success).toBe(false)
  const markup = html(story('x', { body, lead: null }))
  expect(markup).toContain('<p dir="auto">words</p>')
  expect(markup).not.toContain(href)
})

test('a link within the paper is followed by search engines', () => {
  const body: StoryDocument = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'words', marks: [{ type: 'link', attrs: { href: '/sports' } }] }] }] }
  expect(html(story('x', { body }))).toContain('<a href="/sports">words</a>')
})

test('only a placeholder of our own making may stand in a style', () => {
  for (const placeholder of ['url(x)', 'data:image/webp;base64,AA);background:url(https://evil.test', 'data:image/svg+xml;base64,AAAA', '']) {
    expect(html(story('x', { assets: {}, lead: { asset: asset({ placeholder }), caption: '', alt: '', credit: '' } }))).not.toContain('style=')
  }
})

test('a picture keeps its room free and offers AVIF before WebP, small before large', () => {
  const markup = html(story('x'))
  expect(markup).toContain('width="1600" height="1067"')
  expect(markup.indexOf('image/avif')).toBeLessThan(markup.indexOf('image/webp'))
  expect(markup).toContain('srcSet="/api/media/480.avif 480w, /api/media/960.avif 960w"')
  expect(markup).toMatch(/loading="eager" fetchPriority="high"[^>]*>[\s\S]*loading="lazy"/)
})

test('what is missing leaves no empty frame', () => {
  const markup = html(story('x', { section: null, deck: '', bylines: [], tags: [], publishedAt: null, updatedAt: null, lead: null, assets: {} }))
  for (const missing of ['kicker', 'class="deck"', 'story-meta', 'story-tags', '<img']) expect(markup).not.toContain(missing)
})

test('a body that could not be read is said in a sentence, under its headline', () => {
  const markup = html(story('The headline', { body: null }))
  expect(markup).toContain('The headline')
  expect(markup).toContain('cannot be shown right now')
})

test('names are joined as in a sentence', () => {
  const bylines = [{ name: 'Ana', credit: 'Staff Writer' }, { name: 'Bo', credit: '' }, { name: 'Cy', credit: 'Guest' }]
  const text = (some: typeof bylines) => html(story('x', { bylines: some })).match(/class="byline">(.*?)<span class="story-dates/)?.[1]?.replace(/<[^>]+>/g, '')
  expect(text(bylines)).toBe('By Ana, Staff Writer, Bo, and Cy, Guest')
  expect(text(bylines.slice(0, 1))).toBe('By Ana, Staff Writer')
  expect(text([{ name: 'Ana', credit: '' }, { name: 'Bo', credit: '' }])).toBe('By Ana and Bo')
})

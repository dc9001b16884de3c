import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { storyDocumentSchema, type Mark, type StoryDocument } from '#domain/document/schema.ts'
import type { AssetView } from '#domain/media.ts'
import type { StoryView } from '#domain/story-view.ts'
import { HOSTILE_TEXT } from './hostile-text.ts'
import { EMPTY_REVIEW } from '#domain/story-template.ts'
import { Story } from './story.tsx'

const ASSET_ID = '0198b0a0-0000-7000-8000-000000000001'
const RELATED_ID = '0198b0a0-0000-7000-8000-000000000002'

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
      { type: 'image', attrs: { assetId: ASSET_ID, ...picture, size: 'full' } },
      { type: 'gallery', content: [{ type: 'image', attrs: { assetId: ASSET_ID, ...picture } }, { type: 'image', attrs: { assetId: ASSET_ID, ...picture } }] },
      { type: 'divider' },
      { type: 'factBox', attrs: { title: text }, content: [paragraph, { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] }] },
      { type: 'table', attrs: { caption: text }, content: [{ type: 'tableRow', content: [{ type: 'tableHeader', content: [paragraph] }] }, { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph] }] }] },
      { type: 'relatedStory', attrs: { storyId: RELATED_ID } },
      { type: 'embed', attrs: { url: 'https://youtu.be/abcdefghi_1', title: text, stillAssetId: ASSET_ID, stillAlt: text, stillCredit: text } },
      { type: 'embed', attrs: { url: 'https://open.spotify.com/track/0123456789abcdefABCDEF', title: text } },
      { type: 'embed', attrs: { url: 'https://example.org/page', title: text } },
      { type: 'missingPicture', attrs: { name: text, caption: text, alt: text } },
    ],
  }
  return {
    headline: text,
    deck: text,
    section: { slug: 'news', name: text },
    bylines: [{ name: text, credit: text }],
    tags: [{ slug: 'topic', name: text }],
    series: null,
    template: null,
    publishedAt: '2026-11-24T12:00:00Z',
    updatedAt: '2026-11-25T12:00:00Z',
    lead: { asset: asset(), ...picture },
    body,
    assets: { [ASSET_ID]: asset() },
    corrections: [{ id: 'c', kind: 'CORRECTION', text, at: '2026-11-24T20:00:00.000Z', replaced: null }],
    related: { [RELATED_ID]: { path: '/news/other', headline: text, section: { slug: 'news', name: text }, lead: { asset: asset(), ...picture } } },
    ...change,
  }
}

const html = (view: StoryView) => renderToStaticMarkup(<Story story={view} timeZone="UTC" language="en" />)
/** The elements and the names of their attributes: what a browser would make of it, without any text. */
const skeleton = (markup: string) =>
  [...markup.matchAll(/<\/?([a-z0-9!-]+)((?:\s[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(([, tag, attributes]) => `${tag}${(attributes ?? '').replace(/="[^"]*"/g, '')}`)

test('every block of a story is rendered', () => {
  const markup = html(story('plain words'))
  for (const tag of ['<h1', '<h2', '<h3', '<ul', '<ol', '<li', '<blockquote', '<figure class="pull-quote"', '<picture', '<strong', '<em', '<br/>', '<time', '<hr', 'class="gallery"', 'data-size="full"', 'class="fact-box"', '<table', '<caption', '<th scope="col"', '<td', 'class="related-story"', '<details', '<iframe', 'class="link-card"']) {
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
    expect(html(story('x', { assets: {}, related: {}, lead: { asset: asset({ placeholder }), caption: '', alt: '', credit: '' } }))).not.toContain('style=')
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
  const markup = html(story('x', { section: null, deck: '', bylines: [], tags: [], publishedAt: null, updatedAt: null, lead: null, assets: {}, related: {}, corrections: [] }))
  for (const missing of ['class="kicker"', 'class="deck"', 'story-meta', 'story-tags', '<img']) expect(markup).not.toContain(missing)
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

const only = (...content: StoryDocument['content']) => html(story('x', { lead: null, body: { type: 'doc', content } }))

test('a player lies in a closed, lazy frame, so that nothing is loaded until a reader opens it', () => {
  const markup = only({ type: 'embed', attrs: { url: 'https://www.youtube.com/watch?v=abcdefghi_1', title: 'The final' } })
  expect(markup).toMatch(/<details><summary>.*<\/summary><iframe src="https:\/\/www\.youtube-nocookie\.com\/embed\/abcdefghi_1[^"]*" title="The final \(YouTube\)" loading="lazy"/)
  expect(markup).not.toMatch(/<img[^>]+src="https?:/)
})

test('any other address becomes a link card without a frame', () => {
  const markup = only({ type: 'embed', attrs: { url: 'https://www.example.org/page', title: '' } })
  expect(markup).toContain('<a href="https://www.example.org/page" rel="noopener nofollow" dir="auto">https://www.example.org/page</a> <span>example.org</span>')
  expect(markup).not.toContain('<iframe')
})

test('a story that is not live leaves no trace where another points to it', () => {
  const other = '0198b0a0-0000-7000-8000-000000000003'
  const markup = only({ type: 'paragraph', content: [{ type: 'text', text: 'words' }] }, { type: 'relatedStory', attrs: { storyId: other } })
  expect(markup).not.toContain(other)
  expect(markup).not.toContain('related-story')
})

test('open suggestions and missing pictures never reach a reader', () => {
  const markup = only(
    { type: 'paragraph', content: [{ type: 'text', text: 'kept', marks: [{ type: 'deletion', attrs: { id: 'a:1' } }] }, { type: 'text', text: 'canary', marks: [{ type: 'insertion', attrs: { id: 'a:1' } }] }] },
    { type: 'missingPicture', attrs: { name: 'canary.png', caption: 'canary', alt: 'canary' } },
  )
  expect(markup).toContain('kept')
  expect(markup).not.toContain('canary')
})

test('a gallery and a still without their pictures are left out', () => {
  const gone = '0198b0a0-0000-7000-8000-000000000004'
  const words = { caption: 'canary', alt: 'canary', credit: 'canary' }
  expect(only({ type: 'gallery', content: [{ type: 'image', attrs: { assetId: gone, ...words } }] })).not.toContain('canary')
  expect(only({ type: 'embed', attrs: { url: 'https://youtu.be/abcdefghi_1', title: 'T', stillAssetId: gone, stillAlt: 'canary' } })).not.toContain('canary')
})

test('a crop looks at the focal point, and the middle needs no word', () => {
  const related = (focus: { focalX: number; focalY: number }) => ({ [RELATED_ID]: { path: '/news/other', headline: 'x', section: { slug: 'news', name: 'x' }, lead: { asset: asset({ width: 1000, height: 2000 }), caption: '', alt: '', credit: '', focus } } })
  const body: StoryDocument = { type: 'doc', content: [{ type: 'relatedStory', attrs: { storyId: RELATED_ID } }] }
  expect(html(story('x', { lead: null, body, related: related({ focalX: 0.5, focalY: 0 }) }))).toContain('object-position:50% 0%')
  expect(html(story('x', { lead: null, body, related: related({ focalX: 0.5, focalY: 0.5 }) }))).not.toContain('object-position')
})

const passage = (text: string, ...marks: Mark[]): StoryDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text, marks }] }] })

test('a source has a sign in the text, a line in the list, and a way to and fro', () => {
  const markup = html(story('x', { body: passage('It cost $9', { type: 'source', attrs: { note: 'The budget', href: 'https://a.example/budget' } }) }))
  expect(markup).toContain('It cost $9<sup class="source-sign" data-outside-text=""><a id="source-1-1" href="#source-1" aria-label="Source 1">1</a></sup>')
  expect(markup).toMatch(/<li id="source-1"><span dir="auto">The budget<\/span> <a class="source-link" href="https:\/\/a.example\/budget" rel="noopener nofollow">a.example\/budget<\/a> <a class="source-back" href="#source-1-1" aria-label="Back to the text of source 1">/)
})

test('words in another language say so, and are written their own way', () => {
  expect(html(story('x', { body: passage('شكرًا', { type: 'lang', attrs: { lang: 'ar' } }) }))).toContain('<p dir="rtl"><span lang="ar" dir="rtl">شكرًا</span></p>')
})

test('a long-form story has a list of its chapters, another none', () => {
  const chapter = (text: string) => ({ type: 'heading' as const, attrs: { level: 2 as const }, content: [{ type: 'text' as const, text }] })
  const body: StoryDocument = { type: 'doc', content: [chapter('One'), { type: 'heading', attrs: { level: 2 } }, chapter('Two')] }
  const markup = html(story('x', { body, template: { kind: 'longForm' } }))
  expect(markup).toContain('<a href="#chapter-2">Two</a>')
  expect(markup).toContain('<h2 id="chapter-2" dir="auto">Two</h2>')
  expect(html(story('x', { body }))).not.toContain('chapter')
})

test('an opinion is labelled, signed and disclaimed, in the paper’s language', () => {
  const view = story('x', { template: { kind: 'opinion' }, bylines: [{ name: 'Ana', credit: 'Writer', onStaff: true, bio: 'Swims.' }] })
  expect(html(view)).toMatch(/story-label">Opinion<.*About the author.*Swims\..*views of those who sign them/)
  expect(renderToStaticMarkup(<Story story={view} timeZone="UTC" language="es" />)).toMatch(/story-label">Opinión<.*quienes los firman/)
  expect(html({ ...view, section: { slug: 'opinion', name: 'Opinion' } })).not.toContain('story-label')
})

test('a review shows its facts, and its rating in words too', () => {
  const template = { ...EMPTY_REVIEW, title: 'The Boats', maker: 'A. Author', rating: 7 }
  const markup = html(story('x', { template }))
  expect(markup).toContain('<dt>By</dt><dd dir="auto">A. Author</dd>')
  expect(markup).not.toContain('<dt>Price</dt>')
  expect(markup).toContain('3.5 of 5 stars')
  expect([...markup.matchAll(/data-fill="(\w+)"/g)].map(([, fill]) => fill)).toEqual(['whole', 'whole', 'whole', 'half', 'none'])
  expect(html(story('x', { template: EMPTY_REVIEW }))).toContain('aria-label="Facts"')
})

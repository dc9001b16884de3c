import fc from 'fast-check'
import { parseFragment } from 'parse5'
import { describe, expect, test } from 'vitest'
import { suggestedDocuments } from '../document/document-arbitrary.ts'
import { imagesOf, type StoryDocument } from '../document/schema.ts'
import type { AssetView } from '../media.ts'
import type { StoryView } from '../story-view.ts'
import { authorFeeds, authorSlug, FEED_FORMATS, feedLinks, feedPath, feedTitle, type FeedOf } from './addresses.ts'
import { atomFeed } from './atom.ts'
import { feedChanged, type Feed } from './feed.ts'
import { jsonFeed } from './json-feed.ts'
import { feedPicture } from './pictures.ts'
import { rssFeed } from './rss.ts'
import { storyHtml } from './story-html.ts'
import { topicsOf } from './template-html.ts'
import { all, readXml, texts, wordsOf } from './strict-xml.ts'

const ORIGIN = 'https://paper.example'
const ASSET_ID = '0198b0a0-0000-7000-8000-000000000001'
const RELATED_ID = '0198b0a0-0000-7000-8000-000000000002'
const PLACE = { origin: ORIGIN, timeZone: 'UTC', language: 'en' } as const

function asset(widths: readonly number[] = [480, 960, 1600, 2400]): AssetView {
  const variants = widths.flatMap((width) => (['avif', 'webp'] as const).map((format) => ({ key: `${width}.${format}`, format, width, height: width / 2 })))
  return { id: ASSET_ID, width: 3000, height: 1500, placeholder: '', variants }
}

const lead = { asset: asset(), caption: 'The bell tower.', alt: 'A tower', credit: 'Ana R.', social: { key: 'social.jpg', width: 1200, height: 630 } }
const doc = (...content: StoryDocument['content']): StoryDocument => ({ type: 'doc', content })
const p = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })

function story(change: Partial<StoryView> = {}): StoryView {
  return {
    headline: 'A bell & its <tower>',
    deck: 'It rang.',
    section: { slug: 'news', name: 'News' },
    bylines: [{ name: 'Ana R.', credit: 'Staff Writer', onStaff: true }, { name: 'A Guest', credit: 'Guest' }],
    tags: [{ slug: 'bells', name: 'Bells' }],
    series: null,
    template: null,
    publishedAt: '2026-11-24T12:00:00.000Z',
    updatedAt: null,
    lead: null,
    body: doc(p('It rang at noon.')),
    assets: { [ASSET_ID]: asset() },
    related: {},
    corrections: [],
    ...change,
  }
}

const feedOf = (stories: readonly StoryView[], change: Partial<Feed> = {}): Feed => ({
  of: { kind: 'paper' },
  name: 'The Light',
  paper: { name: 'The Light', motto: 'All that rings', timeZone: 'UTC', language: 'en' },
  items: stories.map((one, index) => ({ id: `urn:uuid:${index}`, path: `/news/story-${index}`, story: one })),
  since: '2026-08-01T08:00:00.000Z',
  ...change,
})
const note = { id: 'n', kind: 'CORRECTION' as const, text: 'It rang at one.', at: '2026-11-26T09:00:00.000Z', replaced: null }

describe('the text of a story', () => {
  const text = (body: StoryDocument, change: Partial<StoryView> = {}) => storyHtml(story({ body, ...change }), PLACE)
  const words = { assetId: ASSET_ID, caption: 'Caption', alt: 'Alt', credit: 'Credit' }
  const FIGURE = `<figure><img src="${ORIGIN}/api/media/1600.webp" width="1600" height="800" alt="Alt"/><figcaption>Caption Credit</figcaption></figure>`

  test.each<[string, StoryDocument['content'][number], string]>([
    ['a paragraph', { type: 'paragraph', content: [{ type: 'text', text: 'a<b', marks: [{ type: 'link', attrs: { href: '/news' } }, { type: 'bold' }, { type: 'italic' }] }, { type: 'hardBreak' }] }, `<p><a href="${ORIGIN}/news"><strong><em>a&lt;b</em></strong></a><br/></p>`],
    ['a link away', { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'https://example.org/?a&b' } }] }] }, '<p><a href="https://example.org/?a&amp;b" rel="noopener nofollow">x</a></p>'],
    ['a link that is not safe, and one on the page', { type: 'paragraph', content: ['javascript:1', '#top'].map((href, index) => ({ type: 'text', text: `${index}`, marks: [{ type: 'link', attrs: { href } }] })) }, '<p>01</p>'],
    ['suggestions as readers see them', { type: 'paragraph', content: [{ type: 'text', text: 'new', marks: [{ type: 'insertion', attrs: { id: 'a' } }] }, { type: 'text', text: 'old', marks: [{ type: 'deletion', attrs: { id: 'a' } }] }] }, '<p>old</p>'],
    ['an empty paragraph', { type: 'paragraph' }, ''],
    ['subheads', { type: 'heading', attrs: { level: 2 }, content: p('Two').content }, '<h2>Two</h2>'],
    ['lower ones', { type: 'heading', attrs: { level: 3 }, content: p('Three').content }, '<h3>Three</h3>'],
    ['a list in a list', { type: 'bulletList', content: [{ type: 'listItem', content: [p('a'), { type: 'orderedList', content: [{ type: 'listItem', content: [p('b')] }] }] }] }, '<ul><li><p>a</p><ol><li><p>b</p></li></ol></li></ul>'],
    ['a quotation', { type: 'blockquote', content: [p('a')] }, '<blockquote><p>a</p></blockquote>'],
    ['a pull quote', { type: 'pullQuote', attrs: { attribution: 'Bo' }, content: p('a').content }, '<blockquote><p>a</p><p>Bo</p></blockquote>'],
    ['one of nobody', { type: 'pullQuote', attrs: { attribution: '' }, content: p('a').content }, '<blockquote><p>a</p></blockquote>'],
    ['an empty one', { type: 'pullQuote', attrs: { attribution: 'Bo' } }, ''],
    ['a picture', { type: 'image', attrs: words }, FIGURE],
    ['a picture without words', { type: 'image', attrs: { ...words, caption: '', credit: '' } }, `<figure><img src="${ORIGIN}/api/media/1600.webp" width="1600" height="800" alt="Alt"/></figure>`],
    ['a picture that is gone', { type: 'image', attrs: { ...words, assetId: 'constructor' } }, ''],
    ['a gallery', { type: 'gallery', content: [{ type: 'image', attrs: words }, { type: 'image', attrs: words }] }, `${FIGURE}\n${FIGURE}`],
    ['a divider', { type: 'divider' }, '<hr/>'],
    ['a fact box', { type: 'factBox', attrs: { title: 'Facts' }, content: [p('a')] }, '<h3>Facts</h3>\n<p>a</p>'],
    ['one without a title', { type: 'factBox', attrs: { title: '' }, content: [p('a')] }, '<p>a</p>'],
    ['a table', { type: 'table', attrs: { caption: 'T' }, content: [{ type: 'tableRow', content: [{ type: 'tableHeader', content: [p('a')] }, { type: 'tableCell', content: [p('b'), p('c'), { type: 'paragraph' }] }] }] }, '<table><caption>T</caption><tbody><tr><th>a</th><td>b<br/>c</td></tr></tbody></table>'],
    ['one without a caption', { type: 'table', attrs: { caption: '' }, content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'paragraph' }] }] }] }, '<table><tbody><tr><td></td></tr></tbody></table>'],
    ['an embed with a still', { type: 'embed', attrs: { url: 'https://youtu.be/abcdefghi_1', title: 'Clip', stillAssetId: ASSET_ID, stillAlt: 'Alt', stillCredit: 'Credit' } }, `${FIGURE.replace('Caption ', '')}\n<p><a href="https://youtu.be/abcdefghi_1" rel="noopener nofollow">Clip</a> (youtu.be)</p>`],
    ['an embed by its address', { type: 'embed', attrs: { url: 'https://example.org/x', title: '', stillAssetId: ASSET_ID } }, `<figure><img src="${ORIGIN}/api/media/1600.webp" width="1600" height="800" alt=""/></figure>\n<p><a href="https://example.org/x" rel="noopener nofollow">https://example.org/x</a> (example.org)</p>`],
    ['a transcript', { type: 'embed', attrs: { url: 'https://example.org/x', title: 'Clip', transcript: 'https://example.org/words' } }, '<p><a href="https://example.org/x" rel="noopener nofollow">Clip</a> (example.org)</p>\n<p><a href="https://example.org/words" rel="noopener nofollow">Read the transcript</a></p>'],
    ['an embed that is not safe', { type: 'embed', attrs: { url: 'javascript:1', title: 'x' } }, ''],
    ['another story', { type: 'relatedStory', attrs: { storyId: RELATED_ID } }, `<p>Related story: <a href="${ORIGIN}/news/other">Other</a></p>`],
    ['a story that is not live', { type: 'relatedStory', attrs: { storyId: ASSET_ID } }, ''],
    ['a picture that never came', { type: 'missingPicture', attrs: { name: 'x', caption: 'x', alt: 'x' } }, ''],
  ])('%s', (_, block, expected) => {
    expect(text(doc(block), { related: { [RELATED_ID]: { path: '/news/other', headline: 'Other', section: { slug: 'news', name: 'News' }, lead: null } } })).toBe(expected)
  })

  test('begins with its picture and with its being corrected, and ends with its notes', () => {
    const html = storyHtml(story({ lead, corrections: [{ ...note, kind: 'UPDATE', text: 'More.' }, { ...note, replaced: '2026-11-25T09:00:00.000Z' }, { ...note, kind: 'UPDATE', text: 'Last.' }] }), PLACE)
    expect(html.split('\n').map((line) => line.replaceAll(/<[^>]+>/g, ''))).toEqual([
      'This story was corrected on Nov. 26, 2026.', 'The bell tower. Ana R.', 'It rang at noon.', 'Corrections', 'Update, Nov. 26, 2026: More.',
      'Correction, Nov. 26, 2026: It rang at one. This replaces a note of Nov. 25, 2026, which was wrong.', 'Update, Nov. 26, 2026: Last.',
    ])
    expect(storyHtml(story({ corrections: [{ ...note, kind: 'UPDATE' }] }), PLACE)).toMatch(/^<p>It rang at noon[^]*<h2>Updates<\/h2>/)
    expect(storyHtml(story({ body: null }), PLACE)).toContain('cannot be shown right now')
  })

  test('says what it is where it is no report, and tells the facts of a review', () => {
    const opinion = text(doc(p('I think so.')), { template: { kind: 'opinion' } })
    expect(opinion).toMatch(/^<p><strong>Opinion<\/strong><\/p>[^]*<em>Opinion pieces state the views/)
    const review = { kind: 'review' as const, reviewed: 'food' as const, title: 'Net', maker: 'A Cook', where: 'Wharf', when: '', price: '$6', rating: 9 }
    expect(text(doc(p('Good.')), { template: review })).toContain('<p><strong>Review</strong></p>\n<ul><li>Net</li><li>By: A Cook</li><li>Where: Wharf</li><li>Price: $6</li><li>Our rating: 4.5 of 5 stars</li></ul>')
    expect(text(doc(p('Good.')), { template: { ...review, title: '', maker: '', where: '', price: '', rating: null } })).toBe('<p><strong>Review</strong></p>\n<p>Good.</p>')
    expect(text(doc(p('Long.')), { template: { kind: 'longForm' } })).toBe('<p>Long.</p>')
    expect(topicsOf(story({ template: review, tags: [{ slug: 'x', name: 'Food' }, { slug: 'x', name: 'Review' }] }), 'en')).toEqual(['Food', 'Review'])
    expect(topicsOf(story({ template: { kind: 'opinion' }, tags: [{ slug: 'x', name: 'Food' }] }), 'en')).toEqual(['Opinion', 'Food'])
  })

  test('has its sources numbered, and listed at its end; other languages say so', () => {
    const cited = (words: string, attrs: { note: string; href?: string }) => ({ type: 'text' as const, text: words, marks: [{ type: 'source' as const, attrs }] })
    const foreign = { type: 'text' as const, text: 'Hola', marks: [{ type: 'lang' as const, attrs: { lang: 'es' } }] }
    expect(text(doc({ type: 'paragraph', content: [cited('It cost $9', { note: 'Budget', href: 'https://a.example/b' }), foreign, cited('so they said', { note: 'Minutes' })] }))).toBe(
      '<p>It cost $9<sup>[1]</sup><span lang="es" dir="ltr">Hola</span>so they said<sup>[2]</sup></p>\n<h2>Sources</h2>\n<ol><li>Budget <a href="https://a.example/b" rel="noopener nofollow">https://a.example/b</a></li><li>Minutes</li></ol>',
    )
  })

  test('is well-formed whatever it holds, of known elements alone, and means the same as HTML', () => {
    const ALLOWED = new Set('p h2 h3 blockquote ul ol li figure img figcaption table caption tbody tr th td hr br a strong em span sup'.split(' '))
    type Parsed = { nodeName: string; childNodes?: Parsed[]; value?: string }
    const names = (node: Parsed): string[] => (node.childNodes ?? []).flatMap((child) => [child.nodeName, ...names(child)]).filter((name) => name !== '#text')
    const said = (node: Parsed): string => node.value ?? (node.childNodes ?? []).map(said).join('')
    fc.assert(
      fc.property(suggestedDocuments, (body) => {
        const assets = Object.fromEntries(imagesOf(body).map(({ attrs }) => [attrs.assetId, asset()]))
        const html = storyHtml(story({ body, assets, lead }), PLACE)
        const parsed = parseFragment(html) as unknown as Parsed
        expect(names(parsed).filter((name) => !ALLOWED.has(name))).toEqual([])
        expect(said(parsed)).toBe(wordsOf(readXml(`<div>${html}</div>`)))
      }),
      { numRuns: 200 },
    )
  })
})

describe('pictures', () => {
  test('stand in a size that is not too large', () => {
    expect(feedPicture(asset(), ORIGIN)).toEqual({ url: `${ORIGIN}/api/media/1600.webp`, type: 'image/webp', width: 1600, height: 800 })
    expect(feedPicture(asset([2400]), ORIGIN)?.width).toBe(2400)
    expect(feedPicture(asset([]), ORIGIN)).toBeNull()
  })

  test('stand beside the text of an RSS item, each with its words', () => {
    const body = doc({ type: 'image', attrs: { assetId: ASSET_ID, caption: '', alt: 'Alt', credit: '' } }, { type: 'image', attrs: { assetId: 'gone', caption: '', alt: '', credit: '' } })
    const item = readXml(rssFeed(feedOf([story({ lead, body })]), ORIGIN))
    expect(all(item, 'media:content').map(({ attributes }) => ({ ...attributes }))).toEqual(Array.from({ length: 2 }, () => ({ url: `${ORIGIN}/api/media/1600.webp`, type: 'image/webp', medium: 'image', width: '1600', height: '800' })))
    expect([texts(item, 'media:title'), texts(item, 'media:description'), texts(item, 'media:credit')]).toEqual([['A tower', 'Alt'], ['The bell tower.', 'Alt'], ['Ana R.']])
    expect(all(readXml(rssFeed(feedOf([story({ lead: { ...lead, asset: asset([]) }, body: null })]), ORIGIN)), 'media:content')).toEqual([])
  })
})

describe('a feed', () => {
  const corrected = story({ updatedAt: '2026-11-25T10:00:00.000Z', corrections: [note] })

  test('as RSS', () => {
    const rss = readXml(rssFeed(feedOf([corrected, story({ deck: '', section: null, bylines: [] })]), ORIGIN))
    const [first, second] = all(rss, 'item')
    if (first === undefined || second === undefined) throw new Error('two items')
    expect([rss.attributes['version'], texts(rss, 'title')[0], texts(rss, 'link')[0], texts(rss, 'lastBuildDate')]).toEqual(['2.0', 'The Light', `${ORIGIN}/`, ['Thu, 26 Nov 2026 09:00:00 GMT']])
    expect(all(rss, 'atom:link')[0]?.attributes).toMatchObject({ rel: 'self', href: `${ORIGIN}/feed.xml`, type: 'application/rss+xml' })
    expect(['title', 'link', 'guid', 'pubDate', 'atom:updated', 'dc:creator', 'category', 'description'].map((name) => texts(first, name))).toEqual([
      ['A bell & its <tower>'], [`${ORIGIN}/news/story-0`], ['urn:uuid:0'], ['Tue, 24 Nov 2026 12:00:00 GMT'], [note.at], ['Ana R.', 'A Guest'], ['News', 'Bells'], ['It rang.'],
    ])
    expect(texts(first, 'content:encoded')[0]).toContain('It rang at one.')
    expect(all(first, 'guid')[0]?.attributes['isPermaLink']).toBe('false')
    expect(['atom:updated', 'dc:creator', 'category', 'description'].map((name) => texts(second, name))).toEqual([[], [], ['Bells'], []])
  })

  test('as Atom', () => {
    const atom = readXml(atomFeed(feedOf([corrected, story({ deck: '', section: null })], { of: { kind: 'section', slug: 'news' }, name: 'News' }), ORIGIN))
    expect([texts(atom, 'id')[0], texts(atom, 'title')[0], texts(atom, 'subtitle'), texts(atom, 'updated')]).toEqual([`${ORIGIN}/news/atom.xml`, 'News | The Light', ['All that rings'], [note.at, note.at, '2026-11-24T12:00:00.000Z']])
    expect(all(atom, 'link').map(({ attributes: { rel, href } }) => [rel, href])).toEqual([['self', `${ORIGIN}/news/atom.xml`], ['alternate', `${ORIGIN}/news`], ['alternate', `${ORIGIN}/news/story-0`], ['alternate', `${ORIGIN}/news/story-1`]])
    expect(texts(atom, 'name')).toEqual(['The Light', 'Ana R.', 'A Guest', 'Ana R.', 'A Guest'])
    expect(all(atom, 'category').map(({ attributes }) => attributes['term'])).toEqual(['News', 'Bells', 'Bells'])
    expect(texts(atom, 'summary')).toEqual(['It rang.'])
    expect(texts(atom, 'content')[1]).toBe('<p>It rang at noon.</p>')
  })

  test('as JSON', () => {
    const feed = feedOf([{ ...corrected, lead }, story({ lead: { ...lead, social: null }, deck: '', section: null, tags: [], bylines: [] }), story({ lead: { ...lead, social: null, asset: asset([]) } })], { of: { kind: 'author', slug: 'ana-r' }, name: 'Ana R.' })
    const json = JSON.parse(jsonFeed(feed, ORIGIN))
    expect(json).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', title: 'Stories by Ana R. | The Light', home_page_url: `${ORIGIN}/staff/ana-r`, feed_url: `${ORIGIN}/staff/ana-r/feed.json`, description: 'All that rings', language: 'en' })
    expect(json.items[0]).toMatchObject({ id: 'urn:uuid:0', url: `${ORIGIN}/news/story-0`, summary: 'It rang.', image: `${ORIGIN}/api/media/social.jpg`, date_published: '2026-11-24T12:00:00.000Z', date_modified: note.at, authors: [{ name: 'Ana R.' }, { name: 'A Guest' }], tags: ['News', 'Bells'] })
    expect(Object.keys(json.items[1])).toEqual(['id', 'url', 'title', 'content_html', 'image', 'date_published'])
    expect(json.items[1].image).toBe(`${ORIGIN}/api/media/1600.webp`)
    expect(json.items[2].image).toBeUndefined()
  })

  test('without a story says when the paper was last changed, and without a motto what it is called', () => {
    const empty = feedOf([], { paper: { name: 'The Light', motto: '', timeZone: 'UTC', language: 'en' } })
    expect(texts(readXml(rssFeed(empty, ORIGIN)), 'description')).toEqual(['The Light'])
    expect(texts(readXml(rssFeed(empty, ORIGIN)), 'lastBuildDate')).toEqual(['Sat, 01 Aug 2026 08:00:00 GMT'])
    expect(texts(readXml(atomFeed(empty, ORIGIN)), 'subtitle')).toEqual([])
    expect(JSON.parse(jsonFeed(empty, ORIGIN))).not.toHaveProperty('description')
    expect(feedChanged(feedOf([story({ publishedAt: null })]))).toBe(empty.since)
  })
})

describe('addresses', () => {
  test.each<[FeedOf, string[]]>([
    [{ kind: 'paper' }, ['/feed.xml', '/atom.xml', '/feed.json']],
    [{ kind: 'section', slug: 'news' }, ['/news/feed.xml', '/news/atom.xml', '/news/feed.json']],
    [{ kind: 'tag', slug: 'clubs' }, ['/tag/clubs/feed.xml', '/tag/clubs/atom.xml', '/tag/clubs/feed.json']],
    [{ kind: 'author', slug: 'ana-r' }, ['/staff/ana-r/feed.xml', '/staff/ana-r/atom.xml', '/staff/ana-r/feed.json']],
  ])('%j', (of, expected) => {
    expect(FEED_FORMATS.map((format) => feedPath(of, format))).toEqual(expected)
  })

  test('a feed is called in the language of its paper', () => {
    const es = { name: 'La Luz', language: 'es' as const }
    expect([feedTitle(es, { kind: 'author', slug: 'ana-r' }, 'Ana R.'), feedTitle(es, { kind: 'tag', slug: 'ajedrez' }, 'Ajedrez'), feedTitle(es, { kind: 'paper' }, '')]).toEqual(['Artículos de Ana R. | La Luz', 'Ajedrez | La Luz', 'La Luz'])
    const embed = { type: 'doc' as const, content: [{ type: 'embed' as const, attrs: { url: 'https://example.org/x', title: 'Clip', transcript: 'https://example.org/words' } }] }
    const written = storyHtml(story({ body: embed, template: { kind: 'opinion' } }), { origin: ORIGIN, timeZone: 'UTC', language: 'es' })
    expect(written).toMatch(/Opinión.*Leer la transcripción/s)
    expect(topicsOf(story({ template: { kind: 'opinion' }, tags: [] }), 'es')).toEqual(['Opinión'])
  })

  test('an author is found by the name that readers see, never by a school year', () => {
    expect(['Ana Ruiz', 'Ana R.', '2026-27', '…'].map(authorSlug)).toEqual(['ana-ruiz', 'ana-r', null, null])
    const bylines = [{ name: 'Ana R.', onStaff: true as const }, { name: 'A Guest' }, { name: '…', onStaff: true as const }]
    expect(authorFeeds(bylines)).toEqual([{ of: { kind: 'author', slug: 'ana-r' }, name: 'Ana R.' }])
    expect(feedLinks({ name: 'The Light', language: 'en' }, authorFeeds(bylines))['application/rss+xml']).toEqual([{ url: '/feed.xml', title: 'The Light' }, { url: '/staff/ana-r/feed.xml', title: 'Stories by Ana R. | The Light' }])
  })
})

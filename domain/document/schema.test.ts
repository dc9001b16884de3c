import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_DOCUMENT, imagesOf, isSafeHref, MAX_DOCUMENT_BYTES, relatedStoriesOf, stillsOf, storyDocumentSchema } from './schema.ts'

const ID = '0198c0de-0000-7000-8000-000000000000'
const text = (value: string, ...marks: object[]) => ({ type: 'text', text: value, ...(marks.length === 0 ? {} : { marks }) })
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const doc = (...content: unknown[]) => ({ type: 'doc', content })
const link = (href: unknown, more: object = {}) => doc(paragraph(text('x', { type: 'link', attrs: { href, ...more } })))
const image = (attrs: object) => doc({ type: 'image', attrs: { assetId: ID, caption: '', alt: '', credit: '', ...attrs } })
const accepts = (value: unknown) => storyDocumentSchema.safeParse(value).success
const embed = (attrs: object) => doc({ type: 'embed', attrs: { title: '', ...attrs } })
const cell = (type = 'tableCell') => ({ type, content: [paragraph(text('x'))] })
const table = (rows: number[]) => doc({ type: 'table', attrs: { caption: '' }, content: rows.map((cells) => ({ type: 'tableRow', content: Array.from({ length: cells }, () => cell()) })) })
function nested(levels: number): unknown {
  let inner: unknown = paragraph(text('deep'))
  for (let level = 0; level < levels; level += 1) inner = { type: 'bulletList', content: [{ type: 'listItem', content: [inner] }] }
  return doc(inner)
}

const HOSTILE_LINKS = [
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)', 'javascript&colon;alert(1)',
  '\u0001javascript:alert(1)', 'javascript\u200b:alert(1)', 'vbscript:msgbox(1)', 'data:text/html,<script>alert(1)</script>', 'data:image/svg+xml;base64,PHN2Zz4=',
  'DATA:text/html;base64,PHNjcmlwdD4=', 'blob:https://school.example/1', 'file:///etc/passwd', 'ftp://school.example/', 'filesystem:https://x/1', 'about:blank',
  'view-source:https://school.example', 'tel:+15550100', 'sms:+15550100', 'intent://x#Intent;end', 'chrome://settings', 'ws://school.example', 'jar:https://x!/',
  '//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', '\\evil', 'https:\\\\evil.example', 'https://school.example\\@evil.example',
  'https://user:pass@school.example', 'https://user@school.example', 'http://:x@school.example', 'https://', 'http://', 'https:', ':', '', ' ', 'school.example', 'www.school.example',
  'mailto:', 'mailto:nobody', 'mailto:?subject=x', 'mailto:a@', 'mailto:@b', 'https://school.example/ a', 'https://school.example/\u0000', 'https://school.example/\u007f',
  'https://school.example/\u009f', 'https://school.example/\n', 'livescript:x', 'mocha:x', 'x-javascript:alert(1)', '<script>alert(1)</script>', '%6aavascript:alert(1)',
  `https://school.example/${'a'.repeat(2000)}`,
]
const GOOD_LINKS = [
  'https://school.example', 'http://school.example/a?b=c#d', 'https://school.example:8443/x', 'HTTPS://SCHOOL.EXAMPLE/', 'mailto:desk@school.example',
  'mailto:desk@school.example?subject=Hello', '/', '/sports/robotics-final', '/a//b', '#corrections', 'https://xn--mnchen-3ya.example/', 'https://school.example/%E2%9C%93',
]

const HOSTILE_DOCUMENTS: [string, unknown][] = [
  ['nothing', undefined], ['null', null], ['a string', '<p>hello</p>'], ['a number', 4], ['a list', []], ['an empty object', {}], ['a function-like object', { type: 'doc', content: {} }],
  ['no content', { type: 'doc' }], ['empty content', doc()], ['a foreign root', { type: 'html', content: [paragraph(text('x'))] }],
  ['an unknown attribute on the root', { ...doc(paragraph(text('x'))), version: 1 }],
  ['an own __proto__ key', JSON.parse('{"type":"doc","content":[{"type":"paragraph"}],"__proto__":{"a":1}}')],
  ['a constructor key', { ...doc(paragraph(text('x'))), constructor: 'x' }],
  ['text at the top', doc(text('x'))], ['a line break at the top', doc({ type: 'hardBreak' })], ['a list item at the top', doc({ type: 'listItem', content: [paragraph(text('x'))] })],
  ['null as a block', doc(null)], ['a string as a block', doc('x')], ['a block without type', doc({ content: [text('x')] })], ['a list as type', doc({ type: ['paragraph'] })],
  ['an iframe', doc({ type: 'iframe', attrs: { src: 'https://evil.example' } })], ['a script', doc({ type: 'script', content: [text('alert(1)')] })],
  ['raw HTML', doc({ type: 'html', attrs: { html: '<img onerror=alert(1)>' } })], ['a code block', doc({ type: 'codeBlock', content: [text('x')] })],
  ['a horizontal rule', doc({ type: 'horizontalRule' })], ['a table', doc({ type: 'table', content: [] })], ['a video', doc({ type: 'youtube', attrs: { src: 'javascript:alert(1)' } })],
  ['a class on a paragraph', doc({ type: 'paragraph', attrs: { class: 'x' } })], ['a style on a paragraph', doc({ type: 'paragraph', attrs: { style: 'position:fixed' } })],
  ['an extra key on a paragraph', doc({ type: 'paragraph', onclick: 'alert(1)' })], ['HTML beside the content', doc({ type: 'paragraph', innerHTML: '<b>x</b>' })],
  ['a paragraph in a paragraph', doc(paragraph(paragraph(text('x'))))], ['an image in a paragraph', doc(paragraph({ type: 'image', attrs: { assetId: ID, caption: '', alt: '', credit: '' } }))],
  ['a heading of level 1', doc({ type: 'heading', attrs: { level: 1 } })], ['a heading of level 4', doc({ type: 'heading', attrs: { level: 4 } })],
  ['a level as text', doc({ type: 'heading', attrs: { level: '2' } })], ['a heading without level', doc({ type: 'heading' })], ['a heading with an id', doc({ type: 'heading', attrs: { level: 2, id: 'x' } })],
  ['empty text', doc(paragraph(text('')))], ['a number as text', doc(paragraph({ type: 'text', text: 1 }))], ['text without text', doc(paragraph({ type: 'text' }))],
  ['text with attributes', doc(paragraph({ type: 'text', text: 'x', attrs: { href: 'javascript:alert(1)' } }))],
  ['marks that are no list', doc(paragraph({ type: 'text', text: 'x', marks: { type: 'bold' } }))], ['eight marks', doc(paragraph(text('x', ...Array.from({ length: 8 }, () => ({ type: 'bold' })))))],
  ['a colour mark', doc(paragraph(text('x', { type: 'textStyle', attrs: { color: 'red;background:url(//evil.example)' } })))], ['an underline', doc(paragraph(text('x', { type: 'underline' })))],
  ['a mark with attributes', doc(paragraph(text('x', { type: 'bold', attrs: { class: 'x' } })))], ['a null mark', doc(paragraph({ type: 'text', text: 'x', marks: [null] }))],
  ['a link without address', doc(paragraph(text('x', { type: 'link' })))], ['a link with a target', link('https://school.example', { target: '_blank' })],
  ['a link with an event', link('https://school.example', { onclick: 'alert(1)' })], ['a link to an object', link({ toString: 'x' })], ['a link to null', link(null)],
  ['marks on a line break', doc(paragraph({ type: 'hardBreak', marks: [{ type: 'bold' }] }))], ['content in a line break', doc(paragraph({ type: 'hardBreak', content: [text('x')] }))],
  ['an empty quote', doc({ type: 'blockquote', content: [] })], ['a heading in a quote', doc({ type: 'blockquote', content: [{ type: 'heading', attrs: { level: 2 } }] })],
  ['a quote in a quote', doc({ type: 'blockquote', content: [{ type: 'blockquote', content: [paragraph(text('x'))] }] })],
  ['a pull quote without attribution', doc({ type: 'pullQuote', attrs: {} })], ['a long attribution', doc({ type: 'pullQuote', attrs: { attribution: 'x'.repeat(121) } })],
  ['an attribution that is HTML in an object', doc({ type: 'pullQuote', attrs: { attribution: { __html: '<b>' } } })], ['a paragraph in a pull quote', doc({ type: 'pullQuote', attrs: { attribution: '' }, content: [paragraph(text('x'))] })],
  ['an image by address', doc({ type: 'image', attrs: { src: 'https://evil.example/a.png' } })], ['an image with an address too', image({ src: 'https://evil.example/a.png' })],
  ['an asset id that is a path', image({ assetId: '../../etc/passwd' })], ['an asset id that is SQL', image({ assetId: `${ID}' OR 1=1` })], ['a missing alt', doc({ type: 'image', attrs: { assetId: ID, caption: '', credit: '' } })],
  ['a null caption', image({ caption: null })], ['a long caption', image({ caption: 'x'.repeat(1001) })], ['a long alt', image({ alt: 'x'.repeat(501) })], ['a long credit', image({ credit: 'x'.repeat(201) })],
  ['an image with content', doc({ type: 'image', attrs: { assetId: ID, caption: '', alt: '', credit: '' }, content: [text('x')] })],
  ['an empty list', doc({ type: 'bulletList', content: [] })], ['a paragraph as list item', doc({ type: 'bulletList', content: [paragraph(text('x'))] })],
  ['an empty list item', doc({ type: 'bulletList', content: [{ type: 'listItem', content: [] }] })], ['a heading in a list', doc({ type: 'orderedList', content: [{ type: 'listItem', content: [{ type: 'heading', attrs: { level: 2 } }] }] })],
  ['an image in a list', doc({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'image', attrs: { assetId: ID, caption: '', alt: '', credit: '' } }] }] })],
  ['a numbered list that starts at 3', doc({ type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [paragraph(text('x'))] }] })],
  ['a task list', doc({ type: 'taskList', content: [] })], ['lists forty deep', nested(40)], ['lists 5,000 deep', nested(5000)],
  ['a gallery without pictures', doc({ type: 'gallery', content: [] })], ['a paragraph in a gallery', doc({ type: 'gallery', content: [paragraph(text('x'))] })], ['a picture of a made-up size', image({ size: 'huge' })],
  ['a divider with text', doc({ type: 'divider', content: [text('x')] })], ['a fact box without title', doc({ type: 'factBox', content: [paragraph(text('x'))] })], ['a picture in a fact box', doc({ type: 'factBox', attrs: { title: '' }, content: [{ type: 'image', attrs: { assetId: ID, caption: '', alt: '', credit: '' } }] })],
  ['an empty table', doc({ type: 'table', attrs: { caption: '' }, content: [] })], ['a ragged table', table([1, 2])], ['a merged cell', doc({ type: 'table', attrs: { caption: '' }, content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 2 }, content: [paragraph()] }] }] })],
  ['a table in a cell', doc({ type: 'table', attrs: { caption: '' }, content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [table([1])] }] }] })],
  ['a related story by address', doc({ type: 'relatedStory', attrs: { storyId: '/news/x' } })], ['an embed of a script', embed({ url: 'javascript:alert(1)' })], ['an embed of a path', embed({ url: '/news/x' })], ['an embed of mail', embed({ url: 'mailto:a@b.example' })],
  ['an embed with HTML', embed({ url: 'https://example.org', html: '<iframe>' })], ['an embed with a long title', embed({ url: 'https://example.org', title: 'x'.repeat(201) })], ['a still that is no id', embed({ url: 'https://example.org', stillAssetId: 'x' })],
  ['a suggestion by nobody', doc(paragraph(text('x', { type: 'insertion' })))], ['a suggestion without id', doc(paragraph(text('x', { type: 'deletion', attrs: { id: '' } })))], ['a missing picture with an address', doc({ type: 'missingPicture', attrs: { name: '', caption: '', alt: '', src: 'https://evil.example' } })],
  ['2,001 blocks', doc(...Array.from({ length: 2001 }, () => ({ type: 'paragraph' })))], ['more than a megabyte', doc(paragraph(text('x'.repeat(MAX_DOCUMENT_BYTES))))],
]

describe('isSafeHref', () => {
  it.each(HOSTILE_LINKS)('refuses %o', (href) => expect(isSafeHref(href)).toBe(false))
  it.each(GOOD_LINKS)('takes %o', (href) => expect(isSafeHref(href)).toBe(true))

  it('takes only what a browser reads as https, http, mailto or this very site', () => {
    const piece = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('javascript:', 'https:', '//', '\\', '@', '\t', 'data:', 'mailto:', 'a.example', '/', '#', '?', 'http://', ':', '\u00a0'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }).map((parts) => parts.join('')), (href) => {
        fc.pre(isSafeHref(href))
        const url = new URL(href, 'https://paper.example/section/story')
        expect(['https:', 'http:', 'mailto:']).toContain(url.protocol)
        if (href.startsWith('/') || href.startsWith('#')) expect(url.origin).toBe('https://paper.example')
        if (url.protocol !== 'mailto:') expect(url.username + url.password).toBe('')
      }),
      { numRuns: 3000 },
    )
  })
})

describe('storyDocumentSchema', () => {
  it.each(HOSTILE_DOCUMENTS)('refuses %s', (_, value) => expect(accepts(value)).toBe(false))
  it.each(HOSTILE_LINKS)('refuses a link to %o', (href) => expect(accepts(link(href))).toBe(false))
  it.each(GOOD_LINKS)('takes a link to %o', (href) => expect(accepts(link(href))).toBe(true))

  it('takes every part that a story may hold', () => {
    const whole = doc(
      { type: 'heading', attrs: { level: 2 }, content: [text('Subhead')] },
      { type: 'heading', attrs: { level: 3 } },
      paragraph(text('a'), { type: 'hardBreak' }, text('b', { type: 'bold' }, { type: 'italic' }, { type: 'link', attrs: { href: '/x' } })),
      { type: 'paragraph' },
      { type: 'blockquote', content: [paragraph(text('q')), { type: 'paragraph' }] },
      { type: 'pullQuote', attrs: { attribution: 'Ana Ruiz' }, content: [text('w')] },
      { type: 'image', attrs: { assetId: ID, caption: 'c', alt: 'a', credit: 'k' } },
      { type: 'image', attrs: { assetId: ID, caption: '', alt: '', credit: '', size: 'side' } },
      { type: 'gallery', content: [{ type: 'image', attrs: { assetId: ID, caption: 'g', alt: 'a', credit: 'k' } }] },
      { type: 'missingPicture', attrs: { name: 'image1.png', caption: '', alt: '' } },
      { type: 'divider' },
      { type: 'factBox', attrs: { title: 'By the numbers' }, content: [paragraph(text('f')), { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('l'))] }] }] },
      { type: 'table', attrs: { caption: 'Results' }, content: [{ type: 'tableRow', content: [cell('tableHeader'), cell('tableHeader')] }, { type: 'tableRow', content: [cell(), cell()] }] },
      { type: 'relatedStory', attrs: { storyId: ID } },
      { type: 'embed', attrs: { url: 'https://youtu.be/abcdefghi_1', title: 'The final', stillAssetId: ID, stillAlt: 'A field' } },
      paragraph(text('new', { type: 'insertion', attrs: { id: `${ID}:1` } }), text('old', { type: 'deletion', attrs: { id: `${ID}:1` } })),
      { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph(text('1')), { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('2'))] }] }] }] },
    )
    expect(storyDocumentSchema.parse(whole)).toEqual(whole)
    expect(accepts(EMPTY_DOCUMENT)).toBe(true)
    expect(accepts(nested(6))).toBe(true)
  })

  it('says in plain words what is too deep and what is too long', () => {
    const said = (value: unknown) => storyDocumentSchema.safeParse(value).error?.issues[0]?.message
    expect(said(nested(40))).toBe('The text is nested too deeply.')
    expect(said(doc(paragraph(text('x'.repeat(MAX_DOCUMENT_BYTES)))))).toBe('The text is too long for one story.')
  })

  it('never throws, whatever JSON comes in', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(accepts(value)).toBe(false)
      }),
    )
  })
})

describe('what a body points to', () => {
  const picture = (caption: string) => ({ type: 'image' as const, attrs: { assetId: ID, caption, alt: '', credit: '' } })
  const other = '0198c0de-0000-7000-8000-000000000001'

  it('finds the pictures in reading order, those of galleries too', () => {
    const found = imagesOf({ type: 'doc', content: [picture('1'), { type: 'paragraph' }, { type: 'gallery', content: [picture('2'), picture('3')] }, picture('4')] })
    expect(found.map(({ attrs }) => attrs.caption)).toEqual(['1', '2', '3', '4'])
    expect(imagesOf(EMPTY_DOCUMENT)).toEqual([])
  })

  it('finds stills and related stories', () => {
    const embedded = (attrs: object) => ({ type: 'embed' as const, attrs: { url: 'https://example.org', title: '', ...attrs } })
    const document = { type: 'doc' as const, content: [embedded({}), embedded({ stillAssetId: ID }), { type: 'relatedStory' as const, attrs: { storyId: other } }] }
    expect(stillsOf(document)).toEqual([ID])
    expect(relatedStoriesOf(document)).toEqual([other])
  })
})

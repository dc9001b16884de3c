import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suggestedDocuments } from './document-arbitrary.ts'
import { EMPTY_DOCUMENT, storyDocumentSchema } from './schema.ts'
import { MAX_LIST_DEPTH, toStoryDocument } from './to-story-document.ts'

const ID = '0198c0de-0000-7000-8000-000000000000'
const doc = (...content: object[]) => ({ type: 'doc', content })
const text = (value: string, ...marks: object[]) => ({ type: 'text', text: value, ...(marks.length === 0 ? {} : { marks }) })
const paragraph = (value: string) => ({ type: 'paragraph', content: [text(value)] })
const stored = (...content: object[]) => toStoryDocument(doc(...content)).content
const picture = (attrs: object = {}) => ({ type: 'image', attrs: { assetId: ID, caption: '', alt: '', credit: '', ...attrs } })
const cell = (value: string, attrs?: object) => ({ type: 'tableCell', content: [paragraph(value)], ...(attrs === undefined ? {} : { attrs }) })
const row = (...content: object[]) => ({ type: 'tableRow', content })
const parses = (document: unknown) => storyDocumentSchema.safeParse(document).success

describe('the text', () => {
  it('joins neighbours with the same marks', () => {
    const bold = (value: string) => text(value, { type: 'bold' })
    expect(stored({ type: 'paragraph', content: [bold('a'), bold('b'), text('c')] })).toEqual([{ type: 'paragraph', content: [bold('ab'), text('c')] }])
  })

  it('drops null attributes, list numbering, link decoration, and marks on line breaks', () => {
    const link = { type: 'link', attrs: { href: '/x', target: '_blank', rel: null, class: null } }
    const emitted = [
      { type: 'orderedList', attrs: { start: 3, type: null }, content: [{ type: 'listItem', content: [{ type: 'paragraph', attrs: { textAlign: null }, content: [text('one')] }] }] },
      { type: 'paragraph', content: [text('a', { type: 'italic' }, { type: 'bold' }, { type: 'bold' }, link), { type: 'hardBreak', marks: [{ type: 'bold' }] }] },
    ]
    expect(stored(...emitted)).toEqual([
      { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph('one')] }] },
      { type: 'paragraph', content: [text('a', { type: 'link', attrs: { href: '/x' } }, { type: 'bold' }, { type: 'italic' }), { type: 'hardBreak' }] },
    ])
  })

  it('keeps the words of an unsafe link and drops the link', () => {
    expect(stored({ type: 'paragraph', content: [text('here', { type: 'link', attrs: { href: 'javascript:alert(1)' } })] })).toEqual([paragraph('here')])
  })

  it('never accepts a suggestion because its name is broken', () => {
    const marked = (id: unknown) => ({ type: 'paragraph', content: [text('x', { type: 'insertion', attrs: { id } })] })
    expect(stored(marked('a:1'))).toEqual([marked('a:1')])
    for (const broken of [null, 7, '']) expect(stored(marked(broken))).toEqual([marked('unknown')])
    expect(stored(marked('y'.repeat(81)))).toEqual([marked('y'.repeat(80))])
  })

  it('takes out what a database cannot hold', () => {
    expect(stored(paragraph('a\u0000b\ud800'), picture({ caption: '\u0000' }))).toEqual([paragraph('ab\ufffd'), picture()])
    expect(stored({ type: 'paragraph', content: [text('\u0000')] }, paragraph('x'))).toEqual([{ type: 'paragraph' }, paragraph('x')])
  })

  it('drops empty paragraphs at the end only, and is the empty document where nothing is left', () => {
    const empty = { type: 'paragraph' }
    expect(stored(empty, paragraph('x'), empty, empty)).toEqual([empty, paragraph('x')])
    expect(toStoryDocument(doc(empty, empty))).toEqual(EMPTY_DOCUMENT)
  })
})

describe('the blocks', () => {
  it('drops containers that hold nothing, foreign nodes and blocks without what they are about', () => {
    const nothing = [
      { type: 'bulletList', content: [{ type: 'listItem', content: [] }, { type: 'paragraph' }] },
      { type: 'blockquote', content: [{ type: 'heading', attrs: { level: 2 } }] },
      { type: 'codeBlock', content: [text('x')] },
      { type: 'image', attrs: { src: 'https://other.example/a.png' } },
      { type: 'gallery', content: [paragraph('x'), { type: 'image', attrs: {} }] },
      { type: 'table', attrs: { caption: 'c' }, content: [{ type: 'tableRow', content: [] }, cell('x')] },
      { type: 'relatedStory', attrs: { storyId: '../x' } },
      { type: 'embed', attrs: { url: '/sports', title: 'x' } },
      { type: 'embed', attrs: { url: 'javascript:alert(1)', title: 'x' } },
      { type: 'embed', attrs: { title: 'x' } },
    ]
    expect(stored(...nothing, { type: 'heading', attrs: { level: 1 }, content: [text('')] })).toEqual([{ type: 'heading', attrs: { level: 2 } }])
  })

  it('keeps a size that is one, and leaves out one that is none', () => {
    expect(stored(picture({ size: 'wide' }), picture({ size: null }), picture({ size: 'huge' }))).toEqual([picture({ size: 'wide' }), picture(), picture()])
  })

  it('keeps the still picture of an embed', () => {
    const embed = (attrs: object) => ({ type: 'embed', attrs: { url: 'https://school.example/x', title: '', ...attrs } })
    expect(stored(embed({ stillAssetId: ID, stillAlt: 'a', stillCredit: 'c' }), embed({ stillAssetId: null, stillAlt: null, stillCredit: null }))).toEqual([embed({ stillAssetId: ID, stillAlt: 'a', stillCredit: 'c' }), embed({})])
  })

  it('keeps how a video speaks to those who cannot hear it', () => {
    const embed = (attrs: object) => ({ type: 'embed', attrs: { url: 'https://youtu.be/abcdefghi_1', title: '', ...attrs } })
    expect(stored(embed({ captions: 'yes', transcript: ' https://school.example/words ' }), embed({ captions: 'maybe', transcript: null }), embed({ captions: null, transcript: '' }))).toEqual([
      embed({ captions: 'yes', transcript: 'https://school.example/words' }), embed({}), embed({}),
    ])
  })

  it('cuts words where a field ends, never inside a character', () => {
    const [cut] = stored(picture({ caption: `${'x'.repeat(999)}😀` }))
    expect(cut).toEqual(picture({ caption: 'x'.repeat(999) }))
  })

  it('gives an empty fact box a paragraph', () => {
    expect(stored({ type: 'factBox', attrs: { title: 'T' }, content: [{ type: 'heading' }] })).toEqual([{ type: 'factBox', attrs: { title: 'T' }, content: [{ type: 'paragraph' }] }])
  })

  it('splits galleries and fact boxes that are too long, losing nothing', () => {
    const galleries = stored({ type: 'gallery', content: Array.from({ length: 120 }, (_, index) => picture({ caption: `${index}` })) })
    expect(galleries.map((block) => (block.type === 'gallery' ? block.content.length : 0))).toEqual([50, 50, 20])
    const boxes = stored({ type: 'factBox', attrs: { title: 'T' }, content: Array.from({ length: 101 }, () => paragraph('x')) })
    expect(boxes.map((block) => (block.type === 'factBox' ? [block.attrs.title, block.content.length] : []))).toEqual([['T', 100], ['', 1]])
  })

  it('lifts the words of lists that are too deep', () => {
    const nested = (levels: number): object => ({ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(`${levels}`), ...(levels === 1 ? [] : [nested(levels - 1)])] }] })
    const deep = toStoryDocument(doc(nested(MAX_LIST_DEPTH + 3)))
    expect(parses(deep)).toBe(true)
    for (let level = 1; level <= MAX_LIST_DEPTH + 3; level += 1) expect(JSON.stringify(deep)).toContain(`"${level}"`)
    expect(() => toStoryDocument(doc(nested(2000)))).not.toThrow()
  })
})

describe('a table', () => {
  const table = (...content: object[]) => ({ type: 'table', attrs: { caption: '' }, content })
  const blank = { type: 'tableCell', content: [{ type: 'paragraph' }] }
  it('gets rows of one length', () => {
    expect(stored(table(row(cell('a'), cell('b')), row(cell('c'))))).toEqual([table(row(cell('a'), cell('b')), row(cell('c'), blank))])
    const head = (value: string) => ({ ...cell(value), type: 'tableHeader' })
    expect(stored(table(row(head('a')), row(cell('b'), cell('c'))))).toEqual([table(row(head('a'), { ...blank, type: 'tableHeader' }), row(cell('b'), cell('c')))])
  })
  it('has no merged cells', () => {
    expect(stored(table(row(cell('a', { colspan: 2, rowspan: 1, colwidth: null })), row(cell('b'), cell('c'))))).toEqual([table(row(cell('a'), blank), row(cell('b'), cell('c')))])
    expect(parses({ type: 'doc', content: stored(table(row(cell('a', { colspan: 1e9 })))) })).toBe(true)
  })
  it('loses no word for being too large', () => {
    const wide = toStoryDocument(doc(table(row(...Array.from({ length: 60 }, (_, index) => cell(`w${index};`))))))
    const long = toStoryDocument(doc(table(...Array.from({ length: 401 }, (_, index) => row(cell(`w${index};`))))))
    expect([parses(wide), parses(long), long.content.length]).toEqual([true, true, 3])
    for (let index = 0; index < 60; index += 1) expect(JSON.stringify(wide)).toContain(`w${index};`)
    for (let index = 0; index < 401; index += 1) expect(JSON.stringify(long)).toContain(`w${index};`)
    expect(toStoryDocument(wide)).toEqual(wide)
  })
  it('has a paragraph in each cell', () => {
    expect(stored(table(row({ type: 'tableCell', content: [picture()] })))).toEqual([table(row(blank))])
  })
})

describe('whatever comes in', () => {
  it('gives every stored document back unchanged', () => {
    fc.assert(
      fc.property(suggestedDocuments, (document) => {
        expect(parses(document)).toBe(true)
        expect(toStoryDocument(document)).toEqual(document)
      }),
      { numRuns: 200 },
    )
  }, 30_000)

  it('never throws, answers a valid document, and is the same done twice', () => {
    const key = fc.constantFrom('type', 'content', 'attrs', 'marks', 'text', 'level', 'href', 'assetId', 'url', 'id', 'colspan', 'size', 'storyId', '__proto__')
    const type = fc.constantFrom(
      'doc', 'paragraph', 'heading', 'blockquote', 'image', 'gallery', 'bulletList', 'orderedList', 'listItem', 'text', 'hardBreak', 'pullQuote', 'divider', 'missingPicture',
      'relatedStory', 'embed', 'factBox', 'table', 'tableRow', 'tableCell', 'tableHeader', 'link', 'bold', 'insertion', 'deletion',
    )
    const { node } = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'medium', maxDepth: 5 },
        fc.jsonValue({ maxDepth: 2 }),
        fc.dictionary(key, fc.oneof(type, fc.constantFrom('https://a.example', ID, 3), fc.string({ maxLength: 5 }), tie('node'), fc.array(tie('node'), { maxLength: 3 }))),
        fc.record({ type, attrs: fc.dictionary(key, fc.oneof(fc.string({ maxLength: 5 }), fc.integer())), content: fc.array(tie('node'), { maxLength: 4 }) }),
      ),
    }))
    fc.assert(
      fc.property(fc.oneof(node, fc.array(node, { maxLength: 4 }).map((content) => ({ type: 'doc', content }))), (garbage) => {
        const document = toStoryDocument(garbage)
        expect(parses(document)).toBe(true)
        expect(toStoryDocument(document)).toEqual(document)
      }),
      { numRuns: 500 },
    )
  }, 30_000)
})

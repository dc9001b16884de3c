import { describe, expect, it, test } from 'vitest'
import { directionOf, FOREIGN_LANGUAGES, LANGUAGE_TAG } from './foreign.ts'
import { plainText } from './plain-text.ts'
import { hasGallery, storyDocumentSchema, type Inline, type Mark, type StoryDocument } from './schema.ts'
import { sourcesOf } from './sources.ts'
import { toStoryDocument } from './to-story-document.ts'

const source = (note: string, href?: string): Mark => ({ type: 'source', attrs: href === undefined ? { note } : { note, href } })
const text = (words: string, ...marks: Mark[]): Inline => (marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks })
const doc = (...paragraphs: Inline[][]): StoryDocument => ({ type: 'doc', content: paragraphs.map((content) => ({ type: 'paragraph', content })) })

describe('the sources of a body', () => {
  it('are numbered in reading order, and a passage that emphasis splits is one', () => {
    const [first, bold, second] = [text('It cost ', source('Budget')), text('$9', source('Budget'), { type: 'bold' }), text('They said so', source('Minutes', 'https://a.example/m'))]
    const { sources, signs } = sourcesOf(doc([text('See: '), first, bold, text('.')], [second]))
    expect(sources).toEqual([
      { note: 'Budget', href: null, passages: ['It cost $9'] },
      { note: 'Minutes', href: 'https://a.example/m', passages: ['They said so'] },
    ])
    expect([...signs]).toEqual([[bold, { number: 1, place: 1 }], [second, { number: 2, place: 1 }]])
  })

  it('have one number for one source, wherever it stands; another address is another source', () => {
    const { sources, signs } = sourcesOf(doc([text('a', source('N')), text(' and '), text('b', source('N'))], [text('c', source('N', 'https://a.example/'))]))
    expect(sources.map(({ passages }) => passages)).toEqual([['a', 'b'], ['c']])
    expect([...signs.values()]).toEqual([{ number: 1, place: 1 }, { number: 1, place: 2 }, { number: 2, place: 1 }])
  })

  it('do not run on over a line break or a paragraph', () => {
    expect(sourcesOf(doc([text('a', source('N')), { type: 'hardBreak' }, text('b', source('N'))], [text('c', source('N'))])).sources[0]?.passages).toEqual(['a', 'b', 'c'])
  })

  it('stand at the end of the plain text', () => {
    expect(plainText(doc([text('It cost $9', source('Budget'))]))).toBe('It cost $9\nBudget')
    // A proposed passage is no part of the story yet, nor is its source.
    expect(plainText(doc([text('It cost $9', source('Budget'), { type: 'insertion', attrs: { id: 'a:1' } })]))).toBe('')
  })
})

describe('what may be stored', () => {
  const parses = (...marks: unknown[]) => storyDocumentSchema.safeParse({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks }] }] }).success
  it.each([
    ['a source', { type: 'source', attrs: { note: 'N' } }, true],
    ['one with an address', { type: 'source', attrs: { note: 'N', href: 'https://a.example/x' } }, true],
    ['one without words', { type: 'source', attrs: { note: '' } }, false],
    ['an address without encryption', { type: 'source', attrs: { note: 'N', href: 'http://a.example/x' } }, false],
    ['an address that runs code', { type: 'source', attrs: { note: 'N', href: 'javascript:alert(1)' } }, false],
    ['an address with a password', { type: 'source', attrs: { note: 'N', href: 'https://a:b@a.example/' } }, false],
    ['a language', { type: 'lang', attrs: { lang: 'zh-Hans' } }, true],
    ['no language', { type: 'lang', attrs: { lang: 'es"><script>' } }, false],
  ])('%s', (_, mark, allowed) => expect(parses(mark)).toBe(allowed))

  it('an editor’s marks become: junk left out, an unsafe address dropped', () => {
    const stored = (mark: unknown) => {
      const [paragraph] = toStoryDocument({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [mark] }] }] }).content
      return paragraph?.type === 'paragraph' ? paragraph.content?.[0] : undefined
    }
    expect(stored({ type: 'source', attrs: { note: 'N', href: null } })).toEqual(text('x', source('N')))
    expect(stored({ type: 'source', attrs: { note: 'N', href: 'javascript:alert(1)' } })).toEqual(text('x', source('N')))
    expect(stored({ type: 'source', attrs: { note: 'N', href: 'https://a.example/' } })).toEqual(text('x', source('N', 'https://a.example/')))
    expect(stored({ type: 'source', attrs: { note: 7 } })).toEqual(text('x'))
    expect(stored({ type: 'lang', attrs: { lang: 'nonsense tag' } })).toEqual(text('x'))
  })
})

test.each([['ar', 'rtl'], ['he', 'rtl'], ['ar-EG', 'rtl'], ['es', 'ltr'], ['az-Arab', 'rtl'], ['ur-Latn', 'ltr'], ['zh-Hans', 'ltr']])('%s is written %s', (lang, direction) => {
  expect(directionOf(lang)).toBe(direction)
})

test('every language that the editor offers is a tag', () => {
  expect(Object.keys(FOREIGN_LANGUAGES).filter((tag) => !LANGUAGE_TAG.test(tag))).toEqual([])
})

test('a body with a gallery is known', () => {
  expect(hasGallery(doc([text('x')]))).toBe(false)
  expect(hasGallery(null)).toBe(false)
  expect(hasGallery({ type: 'doc', content: [{ type: 'gallery', content: [] }] })).toBe(true)
})

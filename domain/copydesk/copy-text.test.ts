import { expect, test } from 'vitest'
import type { Block, Inline, Mark } from '../document/schema.ts'
import type { StoryContent } from '../story.ts'
import { copyTextOf, isNewsSection, offsetInBlock } from './copy-text.ts'
import { copydeskFindings } from './rules.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

const text = (words: string, ...marks: Mark[]): Inline => ({ type: 'text', text: words, marks })
const p = (...content: Inline[]) => ({ type: 'paragraph' as const, content })
const NOTHING = { section: null, staff: [], paperWords: [], assets: {} }
const story = (content: Block[], more: Partial<StoryContent> = {}): StoryContent => ({ headline: 'H', deck: 'D', slug: '', sectionId: null, tags: [], bylines: [], lead: null, body: { type: 'doc', content }, ...more })
const blocksOf = (...content: Block[]) => copyTextOf(story(content), NOTHING).blocks

test('numbers every block with text in reading order, wherever it stands', () => {
  const blocks = blocksOf(
    p(text('one')),
    { type: 'heading', attrs: { level: 3 }, content: [text('two')] },
    { type: 'blockquote', content: [p(text('three')), p()] },
    { type: 'divider' },
    { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('five')), { type: 'orderedList', content: [{ type: 'listItem', content: [p(text('six'))] }] }] }] },
    { type: 'pullQuote', attrs: { attribution: 'A' }, content: [text('seven')] },
    { type: 'factBox', attrs: { title: 'T' }, content: [p(text('eight')), { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('nine'))] }] }] },
    { type: 'table', attrs: { caption: '' }, content: [{ type: 'tableRow', content: [{ type: 'tableHeader', content: [p(text('ten'))] }, { type: 'tableCell', content: [p(text('eleven'))] }] }] },
    { type: 'missingPicture', attrs: { name: 'a', caption: 'b', alt: 'c' } },
    { type: 'relatedStory', attrs: { storyId: 'x' } },
    { type: 'embed', attrs: { url: 'https://a.test', title: '' } },
  )
  expect(blocks.map(({ index, kind, level, text: words }) => [index, kind, level, words])).toEqual([
    [0, 'paragraph', null, 'one'], [1, 'heading', 3, 'two'], [2, 'quote', null, 'three'], [3, 'quote', null, ''], [4, 'listItem', null, 'five'], [5, 'listItem', null, 'six'], [6, 'pullQuote', null, 'seven'],
    [7, 'factBox', null, 'eight'], [8, 'factBox', null, 'nine'], [9, 'tableCell', null, 'ten'], [10, 'tableCell', null, 'eleven'],
  ])
})

test('keeps links with their offsets, one for a link that is partly bold, and line breaks as one unit', () => {
  const link: Mark = { type: 'link', attrs: { href: '/a' } }
  const [block] = blocksOf(p(text('See '), text('the ', link), text('rules', { type: 'bold' }, link), { type: 'hardBreak' }, text('now', { type: 'link', attrs: { href: '/b' } })))
  expect(block?.text).toBe('See the rules\nnow')
  expect(block?.links).toEqual([{ from: 4, to: 13, href: '/a' }, { from: 14, to: 17, href: '/b' }])
})

test('reads suggestions as if they were accepted, and finds the way back', () => {
  const [block] = blocksOf(p(text('one '), text('two ', { type: 'deletion', attrs: { id: 'u:1' } }), text('2 ', { type: 'insertion', attrs: { id: 'u:1' } }), text('three'), text(' four', { type: 'deletion', attrs: { id: 'u:2' } }), text('.')))
  expect(block?.text).toBe('one 2 three.')
  expect(block === undefined ? [] : [0, 4, 5, 11, 12].map((offset) => offsetInBlock(block, offset))).toEqual([0, 4, 9, 15, 21])
})

test('names staff, tells guests, and keeps the order of bylines', () => {
  const bylines = [{ staffId: 's1', name: null, credit: 'Staff Writer' }, { staffId: null, name: 'Dana', credit: 'Guest' }, { staffId: 'gone', name: null, credit: '' }]
  const copy = copyTextOf(story([p()], { bylines }), { ...NOTHING, staff: [{ staffId: 's1', name: 'Ana Ruiz' }], paperWords: ['NHS'] })
  expect(copy.bylines).toEqual([{ name: 'Ana Ruiz', credit: 'Staff Writer', onStaff: true }, { name: 'Dana', credit: 'Guest', onStaff: false }, { name: '', credit: '', onStaff: true }])
  expect([copy.staffNames, copy.paperWords]).toEqual([['Ana Ruiz'], ['NHS']])
})

test('numbers pictures as the checks do, those of galleries too, with what is known of them', () => {
  const image = (assetId: string): Block & { type: 'image' } => ({ type: 'image', attrs: { assetId, caption: assetId, alt: '', credit: '' } })
  const copy = copyTextOf(story([image('a'), { type: 'gallery', content: [image('b'), image('c')] }], { lead: { assetId: 'l', caption: 'L', alt: '', credit: '' } }), {
    ...NOTHING, assets: { l: { rights: 'STAFF', people: ' Ana Ruiz\n\nBen Cho ' }, c: { rights: 'UNKNOWN' } },
  })
  expect(copy.pictures.map(({ field, rights, people }) => [field, rights, people])).toEqual([['lead', 'STAFF', ['Ana Ruiz', 'Ben Cho']], ['image-1', null, []], ['image-2', null, []], ['image-3', 'UNKNOWN', []]])
})

test.each([[null, false], [{ slug: 'news', name: 'News' }, true], [{ slug: 'a', name: 'School News' }, true], [{ slug: 'campus-news', name: 'Campus' }, true], [{ slug: 'opinion', name: 'Opinion' }, false], [{ slug: 'newsletter', name: 'Newsletter' }, false]])('takes %j for news: %s', (section, expected) => {
  expect(isNewsSection(section)).toBe(expected)
})

test('reads each source once, with its words and none of a passage that is to be deleted', () => {
  const source = (note: string, href?: string): Mark => ({ type: 'source', attrs: href === undefined ? { note } : { note, href } })
  const { sources } = copyTextOf(story([
    p(text('cost', source('Budget of  2026', 'https://a.example/b')), text(' and '), text('gone', source('Old'), { type: 'deletion', attrs: { id: 'u:1' } })),
    p(text('again', source('Budget of  2026', 'https://a.example/b')), text('said', source('Interview'))),
  ]), NOTHING)
  expect(sources).toEqual(['Budget of  2026', 'Interview'])
  const found = copydeskFindings(copyTextOf(story([p(text('It cost $9.', source('Budget of  2026')))]), NOTHING), DEFAULT_SETTINGS).filter(({ place }) => place.field === 'sources')
  expect(found.map(({ ruleId, passage, fix, place: { block, from } }) => [ruleId, passage, fix, block, from])).toEqual([['stray-spaces', '  ', ' ', 0, 9]])
})

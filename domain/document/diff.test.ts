import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween, type ReadableRevision } from './diff.ts'
import type { Block, Mark } from './schema.ts'

const ID = '0198c0de-0000-7000-8000-00000000abcd'
const body = (...content: Block[]) => ({ type: 'doc' as const, content })
const paragraph = (text: string, ...marks: Mark[]): Block => ({ type: 'paragraph', content: [marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }] })
const base: ReadableRevision = {
  content: { headline: 'A goal', deck: '', tags: ['soccer'], lead: null, body: body(paragraph('They won the final.')) },
  address: 'a-goal',
  section: 'Sports',
  bylines: ['Ana Ruiz, Staff Writer'],
}
const withContent = (content: Partial<ReadableRevision['content']>): ReadableRevision => ({ ...base, content: { ...base.content, ...content } })
const labels = (after: ReadableRevision) => changesBetween(base, after).map(({ label }) => label)
const picture = { assetId: ID, caption: 'The cup', alt: 'A cup', credit: 'Bo Lin' }

describe('changesBetween', () => {
  it('finds nothing between equal revisions', () => {
    expect(changesBetween(base, structuredClone(base))).toEqual([])
  })

  it('names each field that a reader would see', () => {
    expect(labels(withContent({ headline: 'Two goals' }))).toEqual(['Headline'])
    expect(labels(withContent({ deck: 'Late in the game' }))).toEqual(['Deck'])
    expect(labels({ ...base, section: 'News' })).toEqual(['Section'])
    expect(labels({ ...base, address: 'two-goals' })).toEqual(['Web address'])
    expect(labels({ ...base, bylines: [...base.bylines, 'Bo Lin, Guest'] })).toEqual(['Bylines'])
    expect(labels(withContent({ tags: [] }))).toEqual(['Tags'])
    expect(labels(withContent({ lead: picture }))).toEqual(['Lead picture'])
    expect(labels(withContent({ body: body(paragraph('They lost the final.')) }))).toEqual(['Text'])
    expect(labels(withContent({ body: body(...base.content.body.content, { type: 'image', attrs: picture }) }))).toEqual(['Pictures in the text'])
  })

  it('tells a template, its facts, sources and languages', () => {
    const review = { kind: 'review' as const, reviewed: 'book' as const, title: 'The Boats', maker: '', where: '', when: '', price: '', rating: 7 }
    const words = (before: ReadableRevision, after: ReadableRevision) => changesBetween(before, after).map(({ label, words: all }) => [label, all.filter(({ kind }) => kind === 'added').map(({ text }) => text).join('')])
    expect(words(base, withContent({ template: { kind: 'opinion' } }))).toEqual([['Template', 'Opinion']])
    expect(words(withContent({ template: review }), withContent({ template: { ...review, rating: 8 } }))).toEqual([['Template', '4']])
    const cited = withContent({ body: body(paragraph('They won the final.', { type: 'source', attrs: { note: 'League', href: 'https://a.example/' } })) })
    expect(labels(cited)).toEqual(['Text', 'Sources'])
    expect(labels(withContent({ body: body(paragraph('They won the final.', { type: 'lang', attrs: { lang: 'es' } })) }))).toEqual(['Formatting'])
  })

  it('lists them in reading order', () => {
    expect(labels({ ...withContent({ headline: 'x', lead: picture, body: body(paragraph('y')) }), section: 'News' })).toEqual(['Headline', 'Section', 'Lead picture', 'Text'])
  })

  it('tells a changed caption, credit and asset of the lead picture', () => {
    const before = withContent({ lead: picture })
    for (const change of [{ caption: 'x' }, { alt: 'x' }, { credit: 'x' }, { assetId: '0198c0de-0000-7000-8000-00000000ffff' }]) {
      expect(changesBetween(before, withContent({ lead: { ...picture, ...change } })).map(({ label }) => label)).toEqual(['Lead picture'])
    }
    expect(changesBetween(before, base).map(({ label }) => label)).toEqual(['Lead picture'])
  })

  it('marks words as same, added and removed', () => {
    const [change] = changesBetween(base, withContent({ body: body(paragraph('They lost the final.')) }))
    expect(change?.words).toEqual([
      { kind: 'same', text: 'They ' },
      { kind: 'removed', text: 'won' },
      { kind: 'added', text: 'lost' },
      { kind: 'same', text: ' the final.' },
    ])
  })

  it('tells emphasis, links and subheads where no word changed', () => {
    const formatting = ['Formatting']
    expect(labels(withContent({ body: body(paragraph('They won the final.', { type: 'bold' })) }))).toEqual(formatting)
    expect(labels(withContent({ body: body(paragraph('They won the final.', { type: 'link', attrs: { href: '/x' } })) }))).toEqual(['Links'])
    expect(labels(withContent({ body: body({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'They won the final.' }] }) }))).toEqual(formatting)
    expect(labels(withContent({ body: body({ type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'They won the final.' }] }] }) }))).toEqual(formatting)
    expect(labels(withContent({ body: body(paragraph('They lost.', { type: 'bold' })) }))).toEqual(['Text'])
    expect(labels(withContent({ body: body(paragraph('They won the final.'), { type: 'divider' }) }))).toEqual(formatting)
  })

  it('tells a changed link beside changed words', () => {
    const linked = (text: string, href: string) => withContent({ body: body(paragraph(text, { type: 'link', attrs: { href } })) })
    expect(changesBetween(linked('One', '/a'), linked('Two', '/b')).map(({ label }) => label)).toEqual(['Text', 'Links'])
  })

  it('tells sizes, embeds, stills, missing pictures, related stories and open suggestions', () => {
    const embed = (attrs: { url: string; title: string; stillAssetId?: string; stillAlt?: string; captions?: 'yes'; transcript?: string }): Block => ({ type: 'embed', attrs })
    const more = (...blocks: Block[]) => withContent({ body: body(...base.content.body.content, ...blocks) })
    const between = (before: Block, after: Block) => changesBetween(more(before), more(after)).map(({ label }) => label)
    expect(between({ type: 'image', attrs: picture }, { type: 'image', attrs: { ...picture, size: 'wide' } })).toEqual(['Pictures in the text'])
    expect(between(embed({ url: 'https://a.example', title: 'A' }), embed({ url: 'https://b.example', title: 'A' }))).toEqual(['Embeds and missing pictures'])
    expect(between(embed({ url: 'https://a.example', title: 'A' }), embed({ url: 'https://a.example', title: 'A', captions: 'yes', transcript: 'https://a.example/words' }))).toEqual(['Embeds and missing pictures'])
    expect(between(embed({ url: 'https://a.example', title: 'A', stillAssetId: ID }), embed({ url: 'https://a.example', title: 'A', stillAssetId: ID, stillAlt: 'Alt' }))).toEqual(['Embeds and missing pictures'])
    expect(labels(more({ type: 'missingPicture', attrs: { name: 'a.png', caption: '', alt: '' } }))).toEqual(['Embeds and missing pictures'])
    expect(labels(more({ type: 'relatedStory', attrs: { storyId: ID } }))).toEqual(['Related stories'])
    const named = changesBetween(base, { ...more({ type: 'relatedStory', attrs: { storyId: ID } }), stories: { [ID]: 'The other story' } })
    expect(named[0]?.words.map(({ text }) => text).join('')).toBe('The other story')
    const suggestion: Mark = { type: 'insertion', attrs: { id: 'a:1' } }
    const suggested = changesBetween(base, withContent({ body: body({ type: 'paragraph', content: [{ type: 'text', text: 'They won the final.' }, { type: 'text', text: ' Twice.', marks: [suggestion] }] }) }))
    expect(suggested).toEqual([{ label: 'Open suggestions', words: [{ kind: 'added', text: 'Insert:  Twice.' }] }])
  })

  it('loses no word of either side', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const changes = changesBetween(withContent({ headline: before }), withContent({ headline: after }))
        fc.pre(before !== after)
        const side = (skip: 'added' | 'removed') => changes[0]?.words.filter(({ kind }) => kind !== skip).map(({ text }) => text).join('')
        expect(side('added')).toBe(before)
        expect(side('removed')).toBe(after)
      }),
    )
  })
})

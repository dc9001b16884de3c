import { EditorState } from '@tiptap/pm/state'
import fc from 'fast-check'
import { search } from 'prosemirror-search'
import { describe, expect, it } from 'vitest'
import { after, ASSET, cursorAt, paragraph, picture, stateOf } from '../testing-states.ts'
import { findElsewhere, replaceAbove, replacedWords, replaceInBlock } from './find-elsewhere.ts'
import { countIn, NOTHING_SOUGHT, replacedIn, type FindQuery } from './find-query.ts'
import { matchesIn, seek, stopSeeking } from './text-matches.ts'

const sought = (text: string, more: Partial<FindQuery> = {}): FindQuery => ({ ...NOTHING_SOUGHT, search: text, ...more })
const nothing = { headline: '', deck: '', lead: null }

describe('in a line of words', () => {
  it('takes what is typed as it is typed', () => {
    expect(countIn('a.b a+b a.b', sought('a.b'))).toBe(2)
    expect(countIn('Cost: $5 (five)', sought('$5 (five)'))).toBe(1)
    expect(replacedIn('1+1', sought('+', { replace: '$&' }))).toBe('1$&1')
  })
  it('looks at case and whole words where asked', () => {
    expect([countIn('Bell bell', sought('bell')), countIn('Bell bell', sought('bell', { matchCase: true }))]).toEqual([2, 1])
    expect([countIn('bells bell élan', sought('bell', { wholeWord: true })), countIn('élan', sought('lan', { wholeWord: true }))]).toEqual([1, 0])
  })
  it('finds nothing where nothing is sought', () => {
    expect([countIn('abc', NOTHING_SOUGHT), replacedIn('abc', NOTHING_SOUGHT)]).toEqual([0, 'abc'])
  })
  it('replaces every place, whatever the words', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 5 }), fc.string({ maxLength: 20 }), (words, around) => {
        const line = `${around}${words}${around}`
        expect(countIn(line, sought(words))).toBeGreaterThan(0)
        expect(replacedIn(line, sought(words, { matchCase: true, replace: '' }))).toBe(line.split(words).join(''))
      }),
    )
  })
})

describe('in the text', () => {
  const start = EditorState.create({ doc: stateOf(paragraph('one two one'), paragraph('Onerous')).doc, plugins: [search()] })
  it('counts the places and says which one is selected', () => {
    const state = after(start, seek(start, sought('one')))
    expect(matchesIn(state)).toEqual({ count: 3, current: 0 })
    expect(matchesIn(cursorAt(state, 9, 12))).toEqual({ count: 3, current: 2 })
    expect(matchesIn(after(state, seek(state, sought('one', { matchCase: true, wholeWord: true }))))).toEqual({ count: 2, current: 0 })
    expect(matchesIn(after(state, stopSeeking(state)))).toEqual({ count: 0, current: 0 })
  })
  it('is nothing where nothing can be sought', () => {
    expect(matchesIn(stateOf(paragraph('one')))).toEqual({ count: 0, current: 0 })
  })
})

describe('elsewhere', () => {
  const state = stateOf(picture('The bell'), { type: 'factBox', attrs: { title: 'Bell facts' }, content: [paragraph('bell')] }, { type: 'pullQuote', attrs: { attribution: 'Ana Bell' } })
  const content = { headline: 'Bell rings', deck: 'No more', lead: { assetId: ASSET, caption: 'A bell, the bell', alt: '', credit: '' } }
  it('finds headline, deck and the words of blocks, each with its place', () => {
    const hits = findElsewhere(content, state.doc, sought('bell'))
    expect(hits.map(({ label, count, field, pos }) => [label, count, field, pos])).toEqual([
      ['Headline', 1, 'field-headline', null],
      ['Lead picture: caption', 2, 'field-lead-caption', null],
      ['Picture 1: caption', 1, 'field-image-1-caption', 0],
      ['Title of a fact box', 1, null, 1],
      ['Who said it', 1, null, 9],
    ])
    expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length)
    expect(findElsewhere(content, state.doc, NOTHING_SOUGHT)).toEqual([])
  })
  it('replaces in a block, if it still says so', () => {
    const [hit] = findElsewhere(nothing, state.doc, sought('bell'))
    if (hit === undefined) throw new Error('no hit')
    const query = sought('bell', { replace: 'gong' })
    const words = replacedWords(hit, query)
    expect(words).toBe('The gong')
    const replaced = after(state, replaceInBlock(state, hit, words ?? ''))
    expect(replaced.doc.firstChild?.attrs.caption).toBe('The gong')
    expect(replaceInBlock(replaced, hit, 'x')).toBeNull()
  })
  it('replaces above the text', () => {
    const [headline, lead] = findElsewhere(content, stateOf(paragraph('')).doc, sought('bell'))
    if (headline === undefined || lead === undefined) throw new Error('no hit')
    expect(replaceAbove(headline, 'Gong rings', content.lead)).toEqual({ headline: 'Gong rings' })
    expect(replaceAbove(lead, 'A gong', content.lead)).toEqual({ lead: { ...content.lead, caption: 'A gong' } })
    expect(replaceAbove(lead, 'A gong', null)).toEqual({})
    expect(replaceAbove({ ...headline, name: 'deck' }, 'x', null)).toEqual({ deck: 'x' })
    expect(replaceInBlock(state, headline, 'x')).toBeNull()
  })
  it('refuses what would be too long for its field', () => {
    const [hit] = findElsewhere({ ...nothing, headline: 'Bell' }, state.doc, sought('bell'))
    expect(hit && replacedWords(hit, sought('bell', { replace: 'x'.repeat(201) }))).toBeNull()
  })
})

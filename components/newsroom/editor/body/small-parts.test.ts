import { describe, expect, it } from 'vitest'
import { movedTo } from '../fields/moved-to.ts'
import { inWords, readingMinutes } from './count/reading-time.ts'
import { bareAddress, embedAddress, whatItBecomes } from './dialogs/embed-address.ts'
import { linkAddress } from './dialogs/link-address.ts'
import { blockName, dropIndex, dropLine } from './handle/block-places.ts'
import { blockActions } from './handle/block-actions.ts'
import { addressToCard, pasteAddress } from './paste/pasted-address.ts'
import { after, blocksOf, cursorAt, paragraph, picture, stateOf } from './testing-states.ts'
import { keysInWords } from './tools/keys-in-words.ts'
import { SHORTCUT_GROUPS } from './tools/shortcuts.ts'
import { TOOLS } from './tools/toolbar-tools.tsx'

describe('linkAddress', () => {
  it.each([
    ['school.org', 'https://school.org'],
    ['www.school.org/a?b#c', 'https://www.school.org/a?b#c'],
    ['school.org:8080/x', 'https://school.org:8080/x'],
    [' https://school.org ', 'https://school.org'],
    ['desk@school.org', 'mailto:desk@school.org'],
    ['/sports', '/sports'],
    ['#top', '#top'],
    ['', null],
    ['sports', null],
    ['javascript:alert(1)', null],
    ['//evil.example', null],
    ['https://user:pass@school.org', null],
    ['school org', null],
  ])('%o → %o', (typed, href) => expect(linkAddress(typed)).toBe(href))
})

describe('the address of a card', () => {
  it('is a page of the web, nothing else', () => {
    expect(embedAddress('school.org/event')).toBe('https://school.org/event')
    for (const typed of ['/sports', 'desk@school.org', 'javascript:alert(1)', 'words', '']) expect(embedAddress(typed)).toBeNull()
  })
  it('says what readers get', () => {
    expect(whatItBecomes('https://youtu.be/dQw4w9WgXcQ')).toContain('YouTube')
    expect(whatItBecomes('https://school.org/event')).toBe('A link card to school.org.')
  })
  it('is noticed where it is pasted alone', () => {
    expect(bareAddress(' https://school.org/a \n')).toBe('https://school.org/a')
    for (const pasted of ['See https://school.org', 'school.org', 'https://a.example https://b.example', '']) expect(bareAddress(pasted)).toBeNull()
  })
  it('stands as a link on an empty line, and becomes a card on demand', () => {
    const url = 'https://school.org/a'
    const empty = cursorAt(stateOf(paragraph('one'), paragraph('')), 6)
    const pasted = pasteAddress(empty, url)
    if (pasted === null) throw new Error('not pasted')
    const linked = after(empty, pasted.transaction)
    expect(blocksOf(linked)).toEqual(['paragraph one', `paragraph ${url}`])
    const card = after(linked, addressToCard(linked, { url, pos: pasted.pos }))
    expect(blocksOf(card)).toEqual(['paragraph one', 'embed', 'paragraph'])
    expect(pasteAddress(cursorAt(empty, 2), url)).toBeNull()
    expect([addressToCard(linked, { url: 'https://other.example', pos: 5 }), addressToCard(linked, { url, pos: 999 })]).toEqual([null, null])
  })
})

describe('the handle of a block', () => {
  const spans = [{ top: 0, bottom: 100 }, { top: 110, bottom: 120 }, { top: 130, bottom: 200 }]
  it('drops above the middle of a block before it, else behind', () => {
    expect([-5, 49, 51, 114, 116, 164, 166, 900].map((y) => dropIndex(spans, y))).toEqual([0, 0, 1, 1, 2, 2, 3, 3])
    expect(dropIndex([], 5)).toBe(0)
  })
  it('draws the line between the blocks', () => {
    expect([0, 1, 2, 3].map((index) => dropLine(spans, index))).toEqual([0, 105, 125, 200])
    expect(dropLine([], 0)).toBe(0)
  })
  it('offers what the block can do, and each of it does something', () => {
    const state = stateOf(paragraph('one'), picture('a'), picture('b'), { type: 'gallery', content: [picture('c')] }, { type: 'divider' })
    const labels = (pos: number) => blockActions(state, pos).map(({ id }) => id)
    expect(labels(0)).toEqual(['up', 'down', 'duplicate', 'subhead', 'smallerSubhead', 'bulletList', 'orderedList', 'blockquote', 'pullQuote', 'factBox', 'delete'])
    expect(labels(5)).toEqual(['up', 'down', 'duplicate', 'gather', 'delete'])
    expect(labels(7)).toEqual(['up', 'down', 'duplicate', 'scatter', 'delete'])
    expect(labels(999)).toEqual([])
    for (const pos of [5, 7]) for (const { change } of blockActions(state, pos)) expect(change(state)).not.toBeNull()
  })
  it('names the block', () => {
    const names = stateOf(paragraph(''), { type: 'heading', attrs: { level: 3 } }, picture(), { type: 'divider' }).doc.content.content.map(blockName)
    expect(names).toEqual(['paragraph', 'smaller subhead', 'picture', 'divider'])
  })
})

describe('small helpers', () => {
  it('movedTo keeps every entry', () => {
    expect(movedTo(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(movedTo(['a', 'b'], 1, 0)).toEqual(['b', 'a'])
    for (const [from, to] of [[-1, 0], [0, 2], [2, 0], [0, -1]] as const) expect(movedTo(['a', 'b'], from, to)).toEqual(['a', 'b'])
  })
  it('keysInWords speaks the keyboard’s language', () => {
    expect(keysInWords('Mod-Shift-8', false)).toBe('Ctrl+Shift+8')
    expect(keysInWords('Mod-Alt-q', true)).toBe('⌘⌥Q')
    expect(keysInWords('Alt-Shift-ArrowUp', false)).toBe('Alt+Shift+↑')
  })
  it('the help names every shortcut of the toolbar', () => {
    const known = SHORTCUT_GROUPS.flatMap(({ shortcuts }) => shortcuts.flatMap((one) => ('keys' in one ? [one.keys] : [])))
    for (const { keys } of TOOLS) if (keys !== null) expect(known).toContain(keys)
  })
  it('a text takes its minutes, rounded up', () => {
    expect([0, 1, 200, 201].map(readingMinutes)).toEqual([0, 1, 1, 2])
    expect([inWords(1), inWords(2)]).toEqual(['1 word', '2 words'])
  })
})

import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { movedTo } from '../fields/moved-to.ts'
import { linkAddress } from './link-address.ts'
import { insertionRange, moveBlock, pictureNumber } from './move-block.ts'
import { bringsOnlyFiles, bringsPictures } from './pasted-pictures.ts'
import { PullQuote, storyExtensions, StoryImage } from './story-extensions.ts'
import { keysInWords } from './toolbar-tools.tsx'

const schema = getSchema([...storyExtensions, PullQuote, StoryImage])
const paragraph = (text: string) => ({ type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) })
const picture = { type: 'image', attrs: { assetId: '0198c0de-0000-7000-8000-000000000000', caption: '', alt: '', credit: '' } }
const stateOf = (...content: object[]) => EditorState.create({ schema, doc: schema.nodeFromJSON({ type: 'doc', content }) })
const shape = (state: EditorState) => state.doc.content.content.map((node) => (node.type.name === 'image' ? 'picture' : node.textContent))

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

describe('moving a picture', () => {
  it('swaps it with its neighbour and stops at the edges', () => {
    const state = stateOf(paragraph('one'), picture, paragraph('two'))
    const pos = 5
    const up = moveBlock(state, pos, -1)
    const down = moveBlock(state, pos, 1)
    expect(up && shape(state.apply(up))).toEqual(['picture', 'one', 'two'])
    expect(down && shape(state.apply(down))).toEqual(['one', 'two', 'picture'])
    expect(moveBlock(stateOf(picture), 0, -1)).toBeNull()
    expect(moveBlock(stateOf(picture), 0, 1)).toBeNull()
  })
  it('moves text blocks too', () => {
    const state = stateOf(paragraph('one'), paragraph('two'))
    const moved = moveBlock(state, 0, 1)
    expect(moved && shape(state.apply(moved))).toEqual(['two', 'one'])
  })
  it('counts pictures as the publish checks do', () => {
    const state = stateOf(picture, paragraph('x'), picture)
    expect([pictureNumber(state, 0), pictureNumber(state, 4)]).toEqual([1, 2])
  })
})

describe('where a new picture goes', () => {
  const at = (state: EditorState, pos: number) => state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos)))
  it('after the block with the cursor, in place of an empty paragraph, or at the node selected', () => {
    const state = stateOf(paragraph('one'), paragraph(''), picture)
    expect(insertionRange(at(state, 2))).toEqual({ from: 5, to: 5 })
    expect(insertionRange(at(state, 6))).toEqual({ from: 5, to: 7 })
    expect(insertionRange(stateOf(picture))).toEqual({ from: 1, to: 1 })
  })
})

describe('pasted pictures', () => {
  it('are noticed, remote and embedded ones', () => {
    for (const html of ['<p>x<IMG src="https://a.example/b.png"></p>', '<img src="data:image/png;base64,AA">', '<picture></picture>', '<p style="background:url( \'data:image/png;base64,AA\')">']) {
      expect(bringsPictures(html)).toBe(true)
    }
    for (const html of ['<p>imgs</p>', '<figure data-asset-id="x"></figure>', '<imgx>']) expect(bringsPictures(html)).toBe(false)
  })
  it('tells files from text', () => {
    const data = (files: number, text: string) => ({ files: { length: files }, getData: (format: string) => (format === 'text/plain' ? text : '') })
    expect([bringsOnlyFiles(null), bringsOnlyFiles(data(1, '')), bringsOnlyFiles(data(1, 'x')), bringsOnlyFiles(data(0, ''))]).toEqual([false, true, false, false])
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
  })
})

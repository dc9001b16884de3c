import { NodeSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { after, blocksOf, cursorAt, nodeAt, paragraph, picture, stateOf } from '../testing-states.ts'
import { blockAtCursor, insertionRange, moveBlock, moveBlockTo } from './move-block.ts'
import { pictureNumber } from './picture-numbers.ts'

const captions = (state: ReturnType<typeof stateOf>) => state.doc.firstChild?.content.content.map(({ attrs }) => attrs.caption)

describe('moving a block', () => {
  it('swaps it with its neighbour and stops at the edges', () => {
    const state = stateOf(paragraph('one'), picture(), paragraph('two'))
    expect(blocksOf(after(state, moveBlock(state, 5, -1)))).toEqual(['image', 'paragraph one', 'paragraph two'])
    expect(blocksOf(after(state, moveBlock(state, 5, 1)))).toEqual(['paragraph one', 'paragraph two', 'image'])
    expect([moveBlock(stateOf(picture()), 0, -1), moveBlock(stateOf(picture()), 0, 1)]).toEqual([null, null])
  })
  it('moves over any number of blocks, and refuses places that are none', () => {
    const state = stateOf(paragraph('one'), paragraph('two'), paragraph('three'))
    expect(blocksOf(after(state, moveBlockTo(state, 0, 3)))).toEqual(['paragraph two', 'paragraph three', 'paragraph one'])
    expect(blocksOf(after(state, moveBlockTo(state, 10, 0)))).toEqual(['paragraph three', 'paragraph one', 'paragraph two'])
    for (const index of [-1, 0, 1, 4]) expect(moveBlockTo(state, 0, index)).toBeNull()
  })
  it('keeps the cursor where it was in the text', () => {
    const state = cursorAt(stateOf(paragraph('one'), paragraph('two')), 2, 4)
    const moved = after(state, moveBlock(state, 0, 1))
    expect([moved.selection.anchor, moved.selection.head]).toEqual([7, 9])
    expect(moved.selection.$from.parent.textContent).toBe('one')
  })
  it('keeps a picture selected', () => {
    const state = nodeAt(stateOf(paragraph('one'), picture()), 5)
    const { selection } = after(state, moveBlock(state, 5, -1))
    expect([selection instanceof NodeSelection, selection.from]).toEqual([true, 0])
  })
  it('moves a picture inside its gallery, and not out of it', () => {
    const state = stateOf({ type: 'gallery', content: [picture('a'), picture('b')] }, paragraph('x'))
    expect(captions(after(state, moveBlock(state, 2, -1)))).toEqual(['b', 'a'])
    expect(moveBlock(state, 2, 1)).toBeNull()
  })
  it('knows which block is meant', () => {
    const state = stateOf(paragraph('one'), { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('two')] }] }, { type: 'gallery', content: [picture('a'), picture('b')] })
    expect(blockAtCursor(cursorAt(state, 2))?.pos).toBe(0)
    expect(blockAtCursor(cursorAt(state, 9))?.node.type.name).toBe('bulletList')
    expect(blockAtCursor(nodeAt(state, 16))?.node.attrs.caption).toBe('b')
    expect(blockAtCursor(nodeAt(state, 14))?.node.type.name).toBe('gallery')
  })
})

describe('the number of a picture', () => {
  it('counts as the publish checks do, galleries included', () => {
    const { doc } = stateOf(picture(), paragraph('x'), { type: 'gallery', content: [picture(), picture()] }, picture())
    expect([0, 5, 6, 8].map((pos) => pictureNumber(doc, pos))).toEqual([1, 2, 3, 4])
    expect([pictureNumber(doc, 1), pictureNumber(doc, undefined)]).toEqual([0, 0])
  })
})

describe('where a new block goes', () => {
  it('after the block with the cursor, in place of an empty paragraph, or behind the node selected', () => {
    const state = stateOf(paragraph('one'), paragraph(''), picture())
    expect(insertionRange(cursorAt(state, 2))).toEqual({ from: 5, to: 5 })
    expect(insertionRange(cursorAt(state, 6))).toEqual({ from: 5, to: 7 })
    expect(insertionRange(nodeAt(state, 7))).toEqual({ from: 8, to: 8 })
  })
})

import { NodeSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storyDocuments } from '#domain/document/document-arbitrary.ts'
import { after, blocksOf, cursorAt, item, nodeAt, paragraph, picture, stateOf } from '../testing-states.ts'
import { deleteBlock, duplicateBlock, TEXT_KINDS, textKindOf, turnInto } from './change-block.ts'
import { canGather, gatherGallery, MAX_GALLERY, scatterGallery } from './galleries.ts'
import { insertBlock } from './insert-block.ts'

const list = (...words: string[]) => ({ type: 'bulletList', content: words.map((one) => item(paragraph(one))) })

describe('a block as a whole', () => {
  it('is duplicated behind itself', () => {
    const state = stateOf(paragraph('one'), picture('c'))
    expect(blocksOf(after(state, duplicateBlock(state, 0)))).toEqual(['paragraph one', 'paragraph one', 'image'])
    const twice = after(state, duplicateBlock(state, 5))
    expect([twice.doc.lastChild?.attrs.caption, twice.selection.from]).toEqual(['c', 6])
  })
  it('is deleted; a story always keeps a line to write in', () => {
    const state = stateOf(paragraph('one'), paragraph('two'))
    expect(blocksOf(after(state, deleteBlock(state, 0)))).toEqual(['paragraph two'])
    const only = stateOf(picture())
    expect(blocksOf(after(only, deleteBlock(only, 0)))).toEqual(['paragraph'])
  })
  it('takes its gallery along where it was the last picture of it', () => {
    const state = stateOf({ type: 'gallery', content: [picture('a')] }, paragraph('x'))
    expect(blocksOf(after(state, deleteBlock(state, 1)))).toEqual(['paragraph x'])
  })
})

describe('turning a block into another', () => {
  it('keeps each line', () => {
    const state = stateOf(list('one', 'two'))
    const into = (kind: (typeof TEXT_KINDS)[number]) => blocksOf(after(state, turnInto(state, 0, kind)))
    expect(into('paragraph')).toEqual(['paragraph one', 'paragraph two'])
    expect(into('subhead')).toEqual(['heading one', 'heading two'])
    expect(into('blockquote')).toEqual(['blockquote onetwo'])
    expect(into('pullQuote')).toEqual(['pullQuote onetwo'])
    expect(into('factBox')).toEqual(['factBox onetwo'])
  })
  it('keeps the name under a pull quote and the title of a fact box', () => {
    const quote = stateOf({ type: 'pullQuote', attrs: { attribution: 'Ana Ruiz' }, content: [{ type: 'text', text: 'We won.' }] })
    expect(blocksOf(after(quote, turnInto(quote, 0, 'paragraph')))).toEqual(['paragraph We won.', 'paragraph Ana Ruiz'])
    const box = stateOf({ type: 'factBox', attrs: { title: 'When' }, content: [paragraph('Noon.')] })
    expect(blocksOf(after(box, turnInto(box, 0, 'bulletList')))).toEqual(['bulletList WhenNoon.'])
  })
  it('leaves pictures and tables alone', () => {
    const state = stateOf(picture())
    expect(turnInto(state, 0, 'paragraph')).toBeNull()
  })
  it('loses no word, whatever the block holds', () => {
    fc.assert(
      fc.property(storyDocuments, fc.constantFrom(...TEXT_KINDS), (document, kind) => {
        const state = stateOf(...document.content)
        const block = state.doc.firstChild
        if (block === null || textKindOf(block) === null) return
        const next = after(state, turnInto(state, 0, kind))
        next.doc.check()
        expect(next.doc.textContent).toContain(block.textContent)
      }),
      { numRuns: 200 },
    )
  }, 30_000)
})

describe('galleries', () => {
  const run = stateOf(paragraph('x'), picture('a'), picture('b'), picture('c'), paragraph('y'), picture('d'))
  it('are made of the pictures that stand together, and taken apart again', () => {
    const gallery = after(run, gatherGallery(run, 4))
    expect(blocksOf(gallery)).toEqual(['paragraph x', 'gallery', 'paragraph y', 'image'])
    expect(gallery.doc.child(1).content.content.map(({ attrs }) => attrs.caption)).toEqual(['a', 'b', 'c'])
    expect(gallery.selection instanceof NodeSelection && gallery.selection.node.type.name).toBe('gallery')
    expect(after(gallery, scatterGallery(gallery, 3)).doc.toJSON()).toEqual(run.doc.toJSON())
    expect(scatterGallery(run, 3)).toBeNull()
  })
  it('need two pictures, and take fifty', () => {
    expect([canGather(run, 3), canGather(run, 9), canGather(run, 0), gatherGallery(run, 9)]).toEqual([true, false, false, null])
    expect(canGather(stateOf(...Array.from({ length: MAX_GALLERY + 1 }, () => picture())), 0)).toBe(false)
  })
})

describe('a new block', () => {
  const state = stateOf(paragraph('one'), paragraph(''))
  it('stands in the empty line, with the cursor in it where one can write', () => {
    const box = after(cursorAt(state, 6), insertBlock(cursorAt(state, 6), { type: 'factBox', attrs: { title: '' }, content: [paragraph('')] }))
    expect(blocksOf(box)).toEqual(['paragraph one', 'factBox'])
    expect(box.selection.$from.node(1).type.name).toBe('factBox')
  })
  it('is selected where one cannot, with a line below it', () => {
    const embed = after(cursorAt(state, 6), insertBlock(cursorAt(state, 6), { type: 'embed', attrs: { url: 'https://school.example', title: '' } }))
    expect(blocksOf(embed)).toEqual(['paragraph one', 'embed', 'paragraph'])
    expect(embed.selection instanceof NodeSelection && embed.selection.node.type.name).toBe('embed')
    const gallery = after(nodeAt(stateOf(picture()), 0), insertBlock(nodeAt(stateOf(picture()), 0), { type: 'gallery', content: [picture()] }))
    expect(gallery.selection instanceof NodeSelection && gallery.selection.node.type.name).toBe('gallery')
  })
  it('lets one go on behind a divider', () => {
    const divider = after(cursorAt(state, 2), insertBlock(cursorAt(state, 2), { type: 'divider' }))
    expect(blocksOf(divider)).toEqual(['paragraph one', 'divider', 'paragraph'])
    expect(divider.selection.$from.pos).toBe(7)
    const before = after(cursorAt(stateOf(paragraph('one'), picture()), 2), insertBlock(cursorAt(stateOf(paragraph('one'), picture()), 2), { type: 'divider' }))
    expect(blocksOf(before)).toEqual(['paragraph one', 'divider', 'paragraph', 'image'])
  })
})

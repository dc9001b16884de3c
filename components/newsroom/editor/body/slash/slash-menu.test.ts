import { describe, expect, it, vi } from 'vitest'
import { paragraph, stateOf, item } from '../testing-states.ts'
import { takesBlocks } from './slash-extension.ts'
import { BLOCK_CHOICES, blocksFor } from './slash-items.ts'
import { slashState } from './slash-state.ts'

const ids = (query: string) => blocksFor(query).map(({ id }) => id)

describe('the blocks for what is typed', () => {
  it('are all of them at first, in their order', () => {
    expect(ids('')).toEqual(BLOCK_CHOICES.map(({ id }) => id))
  })
  it('are those that start with it, then those that have it in another word', () => {
    expect(ids('sub')).toEqual(['subhead', 'smallerSubhead'])
    expect(ids('QUOTE')).toEqual(['quote', 'pullQuote'])
    expect(ids('pic')[0]).toBe('picture')
    expect(ids('youtube')).toEqual(['embed'])
    expect(ids('---')).toEqual(['divider'])
    expect(ids('story')).toEqual(['related'])
  })
  it('are none for what no block is called', () => {
    expect(ids('xylophone')).toEqual([])
  })
  it('have each a name of their own', () => {
    expect(new Set(BLOCK_CHOICES.map(({ label }) => label)).size).toBe(BLOCK_CHOICES.length)
  })
})

describe('where the menu opens', () => {
  const at = (pos: number, ...content: object[]) => takesBlocks(stateOf(...content).doc.resolve(pos))
  it('in a paragraph of the story, not inside of another block', () => {
    expect(at(1, paragraph('x'))).toBe(true)
    expect(at(1, { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'x' }] })).toBe(false)
    expect(at(3, { type: 'bulletList', content: [item(paragraph('x'))] })).toBe(false)
    expect(at(2, { type: 'factBox', attrs: { title: '' }, content: [paragraph('x')] })).toBe(false)
  })
})

describe('the menu', () => {
  const opened = (query = '') => {
    const state = slashState()
    const choose = vi.fn()
    const next = { items: blocksFor(query), query, at: () => null, choose }
    state.open(next)
    return { state, choose, next }
  }
  it('moves with the arrow keys, round its ends', () => {
    const { state } = opened()
    state.key('ArrowUp')
    expect(state.view()?.index).toBe(BLOCK_CHOICES.length - 1)
    state.key('ArrowDown')
    state.key('ArrowDown')
    expect(state.view()?.index).toBe(1)
  })
  it('takes the option with Enter', () => {
    const { state, choose } = opened()
    state.key('ArrowDown')
    expect(state.key('Enter')).toBe(true)
    expect(choose).toHaveBeenCalledWith(BLOCK_CHOICES[1])
  })
  it('points to the first option again when the words change, and stays where they do not', () => {
    const { state, next } = opened()
    state.point(3)
    state.update(next)
    expect(state.view()?.index).toBe(3)
    state.update({ ...next, query: 's' })
    expect(state.view()?.index).toBe(0)
  })
  it('leaves the keys to the text where it is closed or empty', () => {
    const { state, choose } = opened('xylophone')
    expect(state.key('Enter')).toBe(false)
    state.close()
    expect([state.key('ArrowDown'), state.key('Enter'), choose.mock.calls.length]).toEqual([false, false, 0])
  })
  it('tells who listens, until they stop', () => {
    const { state } = opened()
    const heard = vi.fn()
    const stop = state.subscribe(heard)
    state.point(2)
    stop()
    state.close()
    expect(heard).toHaveBeenCalledTimes(1)
  })
})

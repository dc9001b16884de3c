import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { altHints, ALT_LENGTH } from './alt-help.ts'

const CAPTION = 'Ana Ruiz scores the winning goal against Harbor High on Friday.'
const hints = (alt: string, change: { caption?: string; people?: string[] } = {}) => altHints({ caption: CAPTION, people: [], alt, ...change }).join(' | ')

describe('alt text', () => {
  test.each([
    ['A player in white kicks a ball past a diving goalkeeper', ''],
    ['IMG_2041.jpg', 'file name'],
    ['Ana Ruiz scores the winning goal against Harbor High on Friday', 'Same as the caption'],
    ['Ana Ruiz scores a winning goal against Harbor', 'stands in the caption too'],
    ['A photo of a player who kicks a ball', 'Leave out “A photo of”'],
    ['picture of a player who kicks a ball', 'Leave out “picture of”'],
    ['Image: a player kicks a ball', 'Leave out “Image”'],
    ['A photographer kneels beside the field', ''],
    ['Image processing lab with six screens', ''],
    ['Ana Ruiz', 'Only names'],
    ['Ana Ruiz and Ben Ode', 'Only names'],
    ['A ball', 'Very short'],
    ['Player', 'Very short'],
    [`A player ${'who runs '.repeat(30)}`, 'Keep it to about 150'],
  ])('%j: %j', (alt, words) => (words === '' ? expect(hints(alt)).toBe('') : expect(hints(alt)).toContain(words)))

  it('says what the caption has, where nothing is written yet', () => {
    expect(hints('', { caption: '' })).toBe('Say what the picture shows, for someone who cannot see it: who does what, where, and what it looks like.')
    expect(hints(' ', { people: ['Ana Ruiz', 'Ben Ode'] })).toContain('The caption already names Ana Ruiz; say what can be seen.')
    expect(hints('', { caption: 'Ana, Ben and Cy win.', people: ['Ana', 'Ben', 'Cy'] })).toContain('names Ana, Ben and Cy')
    expect(hints('', { caption: 'Ana and Ben win.', people: ['Ana', 'Ben'] })).toContain('names Ana and Ben')
    expect(hints('')).toContain('say here only what can be seen')
  })

  it('gets hints in whole sentences, and never a text to take over', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 300 }), fc.array(fc.string({ maxLength: 20 }), { maxLength: 3 }), (caption, alt, people) => {
        for (const hint of altHints({ caption, alt, people })) expect(hint).toMatch(/\.$/)
        if (alt.trim().length > ALT_LENGTH.longest) expect(altHints({ caption, alt, people })).not.toEqual([])
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { colourFault, darkOf, FIRST_ACCENT, GROUNDS, INK, inkOn, SIDES, TEXT_RATIO } from './colours.ts'
import { contrast, hexSchema, leastContrast, nearestPassing, ratioWords } from './contrast.ts'

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21)
    expect(contrast('#ffffff', '#ffffff')).toBe(1)
    // The two greys around the line, as every tool tells them.
    expect(contrast('#767676', '#ffffff')).toBeGreaterThan(4.5)
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5)
    fc.assert(fc.property(hex, hex, (one, other) => contrast(one, other) === contrast(other, one)))
  })

  it('is told cut, never rounded up', () => {
    expect(ratioWords(4.499)).toBe('4.4 to 1')
    expect(ratioWords(21)).toBe('21.0 to 1')
  })

  it('is asked of colours in digits alone', () => {
    expect(hexSchema.parse(' #9A1B1E ')).toBe('#9a1b1e')
    for (const wrong of ['red', '#fff', '9a1b1e', '#9a1b1e;}', '#9a1b1g']) expect(hexSchema.safeParse(wrong).success).toBe(false)
  })
})

describe('the nearest colour that passes', () => {
  it('passes for every colour on both sides, and is the same where it passed already', () => {
    fc.assert(
      fc.property(hex, fc.constantFrom(...SIDES), (colour, side) => {
        const better = nearestPassing(colour, GROUNDS[side], TEXT_RATIO)
        expect(leastContrast(better, GROUNDS[side])).toBeGreaterThanOrEqual(TEXT_RATIO)
        expect(better === colour).toBe(leastContrast(colour, GROUNDS[side]) >= TEXT_RATIO)
      }),
    )
  })

  it('is no further than it must be, and of the same hue', () => {
    const better = nearestPassing('#ff0000', GROUNDS.light, TEXT_RATIO)
    expect(leastContrast(better, GROUNDS.light)).toBeLessThan(TEXT_RATIO + 0.1)
    expect(better).toMatch(/^#[d-e][0-9a-f]0[0-9a-f]0[0-9a-f]$/)
    expect(darkOf('#004488')).toBe('#5591db')
  })
})

describe('a colour of the paper', () => {
  it('is refused with its contrast and a better one, or not at all', () => {
    expect(colourFault('#ffcc00', 'light')).toMatchObject({ better: '#876a00', words: '#ffcc00 is too faint on the light paper: its contrast is 1.3 to 1, and text needs 4.5 to 1. The nearest that passes is #876a00.' })
    expect(colourFault('#112244', 'dark')?.words).toContain('on the dark paper')
    for (const side of SIDES) for (const colour of [FIRST_ACCENT[side], INK[side]]) expect(colourFault(colour, side)).toBeNull()
  })

  it('carries words that can be read', () => {
    fc.assert(fc.property(hex, (colour) => contrast(inkOn(colour), colour) > 4))
    expect([inkOn('#ffcc00'), inkOn('#9a1b1e')]).toEqual(['#1b1a17', '#ffffff'])
  })
})

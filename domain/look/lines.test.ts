import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines, fitText, type Measure } from './lines.ts'

/** A face in which every letter is half as wide as it is high. */
const measure: Measure = (text) => [...text].length / 2
const box = { width: 400, height: 200, largest: 100, smallest: 20, leading: 1 }

describe('lines', () => {
  it('are broken between words, and no letter is lost', () => {
    expect(breakLines('one two three', measure, 4)).toEqual(['one two', 'three'])
    expect(breakLines('  ', measure, 4)).toEqual([])
    expect(breakLines('abcdefghij', measure, 2)).toEqual(['abcd', 'efgh', 'ij'])
    expect(breakLines('ab', measure, 0.1)).toEqual(['a', 'b'])
    fc.assert(fc.property(fc.array(fc.string({ minLength: 1, maxLength: 12 })), fc.double({ min: 1, max: 20, noNaN: true }), (words, width) => {
      const text = words.join(' ')
      const lines = breakLines(text, measure, width)
      expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(Math.max(width, 0.5 * 2))
    }))
  })
})

describe('a headline in its box', () => {
  it('is as large as it fits, in even lines', () => {
    expect(fitText('Bus', measure, box)).toEqual({ size: 100, lines: ['Bus'] })
    const { size, lines } = fitText('one two three four five six seven', measure, box)
    expect([size, lines]).toEqual([60, ['one two three', 'four five six', 'seven']])
    expect(fitText('one two three four', measure, { ...box, largest: 40 }).lines).toEqual(['one two three four'])
    expect(fitText('one two three four', measure, { ...box, width: 170, largest: 20 }).lines).toEqual(['one two', 'three four'])
  })

  it('becomes smaller before a word is cut, and is cut where even the smallest is too wide', () => {
    expect(fitText('incomprehensibilities', measure, box)).toEqual({ size: 38, lines: ['incomprehensibilities'] })
    expect(fitText('a'.repeat(50), measure, box)).toEqual({ size: 20, lines: ['a'.repeat(40), 'a'.repeat(10)] })
  })

  it('ends with an ellipsis where nothing fits', () => {
    const long = fitText('word '.repeat(200), measure, box)
    expect([long.size, long.lines.length, long.lines.at(-1)]).toEqual([20, 10, 'word word word word word word word…'])
    expect(fitText('a'.repeat(900), measure, box).lines.at(-1)).toBe(`${'a'.repeat(40)}…`)
    expect(fitText('', measure, { ...box, height: 0 }).lines).toEqual([])
  })
})

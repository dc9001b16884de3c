import { describe, expect, it } from 'vitest'
import { likelyMeant, mistakesBetween } from './typing.ts'

describe('a mistyped word', () => {
  it.each([['chess', 'chess', 0], ['chss', 'chess', 1], ['chesss', 'chess', 1], ['cress', 'chess', 1], ['hcess', 'chess', 1], ['', 'abc', 3], ['abc', '', 3], ['kitten', 'sitting', 3]])('%j and %j: %i', (one, two, mistakes) => {
    expect(mistakesBetween(one, two)).toBe(mistakes)
  })

  it('may have meant what is near, the nearest first', () => {
    expect(likelyMeant('robtics', ['robotic', 'robotics', 'robotics', 'robtics', 'chess'])).toEqual(['robotics', 'robotic'])
    expect(likelyMeant('cat', ['car'])).toEqual([])
    expect(likelyMeant('bandd', ['band', 'bundle'])).toEqual(['band'])
    expect(likelyMeant('volleyballl', ['volleyball'])).toEqual(['volleyball'])
  })
})

import { describe, expect, it } from 'vitest'
import { wordsOf } from './words.ts'

describe('the word between two names', () => {
  it.each([['Ana', 'y'], ['Inés', 'e'], ['Hilda', 'e'], ['Ian', 'y'], ['Hiela', 'y'], ['íñigo', 'e'], ['Yara', 'y'], ['', 'y']])('is, before %s, “%s”', (next, word) => {
    expect(wordsOf('es').telling.and(next, 'plain')).toBe(` ${word} `)
  })

  it('has a comma before it where there is one between the others', () => {
    expect([wordsOf('es').telling.and('Ana', 'comma'), wordsOf('en').telling.and('Ana', 'comma'), wordsOf('en').telling.and('Ana', 'plain')]).toEqual([', y ', ', and ', ' and '])
  })
})

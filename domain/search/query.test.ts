import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEmptyQuery, MOST_QUERY, openClause, parseQuery, wantedClauses, withWords, writeQuery } from './query.ts'

const word = (...words: string[]) => ({ words, quoted: false, not: false })

describe('a query', () => {
  it.each([
    ['robotics club', [[word('robotics'), word('club')]]],
    ['Señor  NÚÑEZ', [[word('senor'), word('nunez')]]],
    ['“school board” budget', [[{ words: ['school', 'board'], quoted: true, not: false }, word('budget')]]],
    ['chess -checkers -"board game"', [[word('chess'), { ...word('checkers'), not: true }, { words: ['board', 'game'], quoted: true, not: true }]]],
    ['band OR choir orchestra', [[word('band')], [word('choir'), word('orchestra')]]],
    ['or band Or or', [[word('band')]]],
    ['band or. choir', [[word('band'), word('choir')]]],
    ['mother-in-law', [[word('mother', 'in', 'law')]]],
    ['"not closed', [[{ words: ['not', 'closed'], quoted: true, not: false }]]],
    ['a:* | b & !c <-> d\\', [[word('a'), word('b'), word('c'), word('d')]]],
    ["it's", [[word('its')]]],
  ])('%s', (typed, groups) => {
    expect(parseQuery(typed).groups).toEqual(groups)
  })

  it.each(['', '   ', '-chess', '-"a b"', '""', '"', '🎉', "'", ':*', '\\', '-', 'OR', '\u0000'])('%j asks for nothing', (typed) => {
    expect(isEmptyQuery(parseQuery(typed))).toBe(true)
  })

  it('leaves out a group that only says what must not be there', () => {
    expect(parseQuery('band OR -choir').groups).toEqual([[word('band')]])
  })

  it('is read up to its limits', () => {
    expect(parseQuery(`${'x'.repeat(MOST_QUERY)}y`).groups).toEqual([[word('x'.repeat(MOST_QUERY))]])
    expect(parseQuery('a b c d e f g h i j k l m n').groups[0]).toHaveLength(12)
  })

  it('can be written down and read again', () => {
    const piece = fc.string({ unit: 'grapheme-ascii', maxLength: 12 })
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.constantFrom('OR', '-chess', '"school board"', 'Núñez', 'mother-in-law')), { maxLength: 8 }), (pieces) => {
        const query = parseQuery(pieces.join(' '))
        expect(parseQuery(writeQuery(query))).toEqual(query)
      }),
    )
  })

  it('is made of letters and digits alone, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const { groups } = parseQuery(typed)
        expect(groups.flat().flatMap(({ words }) => words).filter((part) => !/^[\p{L}\p{N}]+$/u.test(part))).toEqual([])
        expect(groups.flat().length).toBeLessThanOrEqual(12)
        expect(groups.every((group) => group.some(({ not }) => !not))).toBe(true)
      }),
    )
  })
})

it.each([['volley', 'volley'], ['the volley', 'volley'], ['a OR volley', 'volley'], ['vo', null], ['"volley"', null], ['chess -volley', null], ['semi-final', null], ['', null]])('the word of %j that may be unfinished is %j', (typed, open) => {
  expect(openClause(parseQuery(typed))?.words[0] ?? null).toBe(open)
})

it('tells what must be there, and replaces single words', () => {
  const query = parseQuery('chss -chss "chss club" OR bnd-room')
  expect(wantedClauses(query).map(({ words }) => words)).toEqual([['chss'], ['chss', 'club'], ['bnd', 'room']])
  expect(writeQuery(withWords(query, new Map([['chss', 'chess'], ['bnd', 'band']])))).toBe('chess -chss "chss club" OR band-room')
})

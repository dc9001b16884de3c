import { describe, expect, test } from 'vitest'
import { changeProblem, correctionTextSchema, noteOf } from './corrections.ts'

const GOOD = 'The score was the wrong way round.'

describe('a new version of a story', () => {
  test('that readers never saw needs no words', () => {
    expect(changeProblem(undefined, false)).toBeNull()
    expect(changeProblem({ kind: 'CORRECTION', note: '' }, false)).toBeNull()
  })
  test('that they did see needs to be called something', () => {
    expect(changeProblem(undefined, true)).toMatchObject({ field: 'change' })
  })
  test.each([
    ['CORRECTION', '', 'note'],
    ['CORRECTION', 'Oops.', 'note'],
    ['CORRECTION', GOOD, null],
    ['UPDATE', '', null],
    ['UPDATE', 'New.', 'note'],
    ['UPDATE', GOOD, null],
    ['UPDATE', 'x'.repeat(2_001), 'note'],
    ['TYPO', '', null],
    ['TYPO', 'x', null],
  ] as const)('%s with “%s”: %s', (kind, note, field) => {
    expect(changeProblem({ kind, note }, true)?.field ?? null).toBe(field)
  })
})

test('a typo has no note, nor has an update without words', () => {
  expect(noteOf({ kind: 'TYPO', note: GOOD })).toBeNull()
  expect(noteOf({ kind: 'UPDATE', note: '' })).toBeNull()
  expect(noteOf({ kind: 'CORRECTION', note: GOOD })).toEqual({ kind: 'CORRECTION', text: GOOD })
})

test('the text of a note is trimmed', () => {
  expect(correctionTextSchema.parse(`  ${GOOD}\n`)).toBe(GOOD)
})

import { describe, expect, it } from 'vitest'
import { isInName, searchName } from './names.ts'

const ID = '0191a2b3-0000-7000-8000-000000000001'

describe('a name', () => {
  const ana = searchName(ID, 'Ana R.')
  it.each<[string[], boolean, boolean]>([
    [['ana'], false, true], [['r'], false, true], [['ana', 'r'], false, true], [['ruiz'], false, false], [['ana', 'ruiz'], false, false], [['an'], false, false],
    [['an'], true, true], [['ru'], true, false], [['r', 'ana'], false, false], [['ana', 'r', 'x'], true, false],
  ])('is found by %j (unfinished: %s): %s', (words, open, found) => {
    expect(isInName(ana, { words }, open)).toBe(found)
  })
})

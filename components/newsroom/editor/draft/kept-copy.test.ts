import { describe, expect, it } from 'vitest'
import { BLANK, fakeStorage } from './fake-world.ts'
import { dropCopy, dropOwnCopy, isSaved, keepCopy, keptCopies } from './kept-copy.ts'
import { sameContent } from './same-content.ts'

const ana = { storyId: 's', userId: 'ana', tab: 'now' }
const copy = (headline: string, at = '2026-11-24T10:40:00.000Z') => ({ version: 2, at, content: { ...BLANK, headline } })

describe('kept copies', () => {
  it('are offered newest first, without the copy of the tab itself', () => {
    const storage = fakeStorage()
    keepCopy(storage, ana, copy('own'))
    keepCopy(storage, { ...ana, tab: 'a' }, copy('older'))
    keepCopy(storage, { ...ana, tab: 'b' }, copy('newer', '2026-11-24T10:41:00.000Z'))
    expect(keptCopies(storage, ana, BLANK).map(({ content }) => content.headline)).toEqual(['newer', 'older'])
  })

  it('are never offered to another person on the same computer, nor for another story', () => {
    const storage = fakeStorage()
    keepCopy(storage, { ...ana, userId: 'bo' }, copy('of Bo'))
    keepCopy(storage, { ...ana, storyId: 'other' }, copy('of another story'))
    expect(keptCopies(storage, { ...ana, tab: 'x' }, BLANK)).toEqual([])
    expect(storage.values.size).toBe(2)
  })

  it('are removed when the story already says the same', () => {
    const storage = fakeStorage()
    keepCopy(storage, { ...ana, tab: 'a' }, copy('Same'))
    expect(keptCopies(storage, ana, { ...BLANK, headline: 'Same' })).toEqual([])
    expect(storage.values.size).toBe(0)
  })

  it('are removed when they cannot be read', () => {
    const storage = fakeStorage()
    for (const [index, text] of ['{', 'null', '{"version":0}', '[]'].entries()) storage.setItem(`fourth-period:draft:s:ana:${index}`, text)
    expect(keptCopies(storage, ana, BLANK)).toEqual([])
    expect(storage.values.size).toBe(0)
  })

  it('keep even text that is too long to be stored', () => {
    const storage = fakeStorage()
    keepCopy(storage, { ...ana, tab: 'a' }, copy('x'.repeat(500)))
    expect(keptCopies(storage, ana, BLANK)[0]?.content.headline).toHaveLength(500)
  })

  it('can be dropped, one or one’s own', () => {
    const storage = fakeStorage()
    keepCopy(storage, ana, copy('own'))
    keepCopy(storage, { ...ana, tab: 'a' }, copy('other'))
    dropOwnCopy(storage, ana)
    expect(storage.values.size).toBe(1)
    dropCopy(storage, 'fourth-period:draft:s:ana:a')
    expect(storage.values.size).toBe(0)
  })

  it('do without storage, with full storage and with storage that throws', () => {
    const full = fakeStorage()
    full.full = true
    const broken = {
      ...fakeStorage(),
      removeItem: () => {
        throw new Error('SecurityError')
      },
      key: () => {
        throw new Error('SecurityError')
      },
      length: 1,
    }
    expect(keepCopy(null, ana, copy('x'))).toBe(false)
    expect(keepCopy(full, ana, copy('x'))).toBe(false)
    expect(keptCopies(null, ana, BLANK)).toEqual([])
    expect(keptCopies(broken, ana, BLANK)).toEqual([])
    expect(() => dropCopy(broken, 'x')).not.toThrow()
    expect(() => dropOwnCopy(null, ana)).not.toThrow()
  })
})

describe('comparing', () => {
  it('ignores the order of keys and absent values', () => {
    expect(sameContent({ a: 1, b: [{ c: 2, d: undefined }] }, { b: [{ c: 2 }], a: 1 })).toBe(true)
    expect(sameContent({ a: [1, 2] }, { a: [2, 1] })).toBe(false)
    expect(sameContent(null, {})).toBe(false)
  })

  it('knows text that the server trimmed', () => {
    const mine = { ...BLANK, tags: ['robotics '], bylines: [{ staffId: null, name: 'Bo Lin', credit: ' Guest' }] }
    expect(isSaved(mine, { ...mine, tags: ['robotics'], bylines: [{ staffId: null, name: 'Bo Lin', credit: 'Guest' }] })).toBe(true)
    expect(isSaved({ ...BLANK, headline: 'x'.repeat(300) }, BLANK)).toBe(false)
  })
})

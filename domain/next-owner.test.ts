import { expect, it } from 'vitest'
import { handOut, nextOwner, type OwnerCandidate } from './next-owner.ts'

const one = (userId: string, change: Partial<OwnerCandidate>): OwnerCandidate => ({ userId, name: userId, role: 'EDITOR', sectionIds: [], openStories: 0, away: false, ...change })

it('goes from the editor of the section to any editor, the adviser, the admin', () => {
  const staff = [one('admin', { role: 'ADMIN' }), one('adviser', { role: 'ADVISER' }), one('writer', { role: 'WRITER', sectionIds: ['news'] }), one('any', {}), one('news', { sectionIds: ['news'], openStories: 9 })]
  const without = (...gone: string[]) => nextOwner({ sectionId: 'news' }, staff.filter(({ userId }) => !gone.includes(userId)))
  expect(without()).toBe('news')
  expect(without('news')).toBe('any')
  expect(without('news', 'any')).toBe('adviser')
  expect(without('news', 'any', 'adviser')).toBe('admin')
  expect(without('news', 'any', 'adviser', 'admin')).toBeNull()
  expect(nextOwner({ sectionId: null }, staff)).toBe('any')
})

it('passes over whoever is away, and takes the one with the fewest open stories, then by name', () => {
  expect(nextOwner({ sectionId: 's' }, [one('a', { sectionIds: ['s'], away: true }), one('b', { openStories: 1 }), one('c', { openStories: 1 })])).toBe('b')
  expect(nextOwner({ sectionId: 's' }, [one('b', { openStories: 2 }), one('c', { openStories: 1 })])).toBe('c')
  expect(nextOwner({ sectionId: 's' }, [one('b', { name: 'Same' }), one('a', { name: 'Same' })])).toBe('a')
})

it('shares many stories out', () => {
  const stories = ['1', '2', '3', '4'].map((id) => ({ id, sectionId: null }))
  expect([...handOut(stories, [one('a', {}), one('b', { openStories: 1 })]).values()]).toEqual(['a', 'a', 'b', 'a'])
  expect(handOut(stories, []).size).toBe(0)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DraftState } from './session/draft-state.ts'
import { clockTime, statusOf } from './status-words.ts'

const AT = '2026-11-24T10:42:00.000Z'
const SAVED: DraftState = { link: { at: 'online' }, opened: true, unsaved: false, savedAt: AT, late: false, kept: true, refused: [] }

test.each<[string, Partial<DraftState>, string]>([
  ['stored', {}, `Saved ${clockTime(AT)}`],
  ['on its way', { unsaved: true }, 'Saving…'],
  ['not here yet', { opened: false, link: { at: 'opening' } }, 'Opening…'],
  ['offline', { unsaved: true, link: { at: 'offline' } }, 'Offline: kept on this computer'],
  ['offline and not kept', { unsaved: true, kept: false, link: { at: 'offline' } }, 'Offline: NOT kept on this computer, don’t close this tab'],
  ['offline with nothing unsaved', { link: { at: 'offline' } }, `Offline. Up to ${clockTime(AT)} everything is saved.`],
  ['offline before anything came', { opened: false, link: { at: 'offline' } }, 'Offline. The text opens when the paper can be reached.'],
  ['the database is silent', { unsaved: true, late: true }, 'Not saved yet: the paper’s database does not answer; kept on this computer'],
  ['signed out', { unsaved: true, link: { at: 'signed-out' } }, 'Signed out: kept on this computer'],
  ['signed out with nothing unsaved', { link: { at: 'signed-out' } }, 'Signed out'],
  ['somebody else', { unsaved: true, link: { at: 'other-person', name: 'Ben' } }, 'Not sent: kept on this computer'],
  ['somebody else, nothing unsaved', { link: { at: 'other-person', name: 'Ben' } }, 'Ben is signed in now'],
  ['rights taken away', { unsaved: true, link: { at: 'ended', reason: 'forbidden', message: '' } }, 'Not saved: kept on this computer'],
  ['rights taken away, nothing unsaved', { link: { at: 'ended', reason: 'forbidden', message: '' } }, 'Read only'],
])('%s', (_, change, words) => {
  expect(statusOf({ ...SAVED, ...change }, [], true).words).toBe(words)
})

test('a problem is named, and whoever may only read is told so', () => {
  expect(statusOf(SAVED, [{ field: 'headline', message: 'Too long.' }], true).words).toBe('Not in the story yet: Too long.')
  expect(statusOf(SAVED, [], false).words).toBe('Read only')
})

test('text that is not stored is never called saved', () => {
  const links: DraftState['link'][] = [
    { at: 'opening' }, { at: 'online' }, { at: 'offline' }, { at: 'signed-out' }, { at: 'other-person', name: 'B' }, { at: 'ended', reason: 'withdrawn', message: '' }, { at: 'replaced' },
  ]
  fc.assert(
    fc.property(fc.constantFrom(...links), fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean(), (link, opened, late, kept, mayEdit) => {
      const status = statusOf({ ...SAVED, link, opened, late, kept, unsaved: true }, [], mayEdit)
      expect(status.words).not.toMatch(/^Saved/)
      expect(status.kind).not.toBe('saved')
    }),
  )
})

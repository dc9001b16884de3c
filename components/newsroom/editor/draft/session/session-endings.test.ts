import { expect, test, vi } from 'vitest'
import { fakePaper, INES, MARLOW, ORIGIN } from './fake-paper.ts'
import { opened, type, words } from './fake-visit.ts'

test('signed out meanwhile: nothing more is sent until the same person is back', async () => {
  const { paper, session } = await opened()
  paper.signedIn = null
  paper.tell({ type: 'ended', reason: 'signed-out', message: 'You are signed out.' })
  type(session, ' still typing')
  await paper.clock.pass(60_000)
  expect(words(session)).toBe('Signed out: kept on this computer')
  expect(paper.inDatabase().headline).toBe('Before')
  paper.signedIn = INES
  session.tryAgain()
  await paper.clock.pass(1_000)
  expect(words(session)).toMatch(/^Saved \d/)
  expect(paper.inDatabase().headline).toBe('Before still typing')
})

test('a connection that is refused for want of a session asks who is signed in', async () => {
  const { paper, session } = await opened()
  paper.signedIn = null
  paper.refuses = 'signed-out'
  paper.kill()
  paper.up = true
  await paper.clock.pass(20_000)
  expect(session.view().draft.link).toEqual({ at: 'signed-out' })
})

test('what one person typed is never sent under another name', async () => {
  const { paper, session } = await opened()
  paper.tell({ type: 'ended', reason: 'signed-out', message: 'You are signed out.' })
  type(session, ' by Ines')
  paper.signedIn = MARLOW
  session.tryAgain()
  await paper.clock.pass(60_000)
  expect(words(session)).toBe('Not sent: kept on this computer')
  expect(session.view().draft.link).toEqual({ at: 'other-person', name: MARLOW.name })
  expect(paper.inDatabase().headline).toBe('Before')
  paper.signedIn = INES
  session.tryAgain()
  await paper.clock.pass(1_000)
  expect(paper.inDatabase().headline).toBe('Before by Ines')
})

test.each(['forbidden', 'withdrawn'] as const)('rights taken away (%s): read-only at once, with the reason, and the text stays', async (reason) => {
  const { paper, session } = await opened()
  paper.database = false
  type(session, ' unsent')
  paper.tell({ type: 'ended', reason, message: 'You can no longer change this story.' })
  session.change({ deck: 'Not any more' })
  await paper.clock.pass(60_000)
  expect(session.view().draft.link).toEqual({ at: 'ended', reason, message: 'You can no longer change this story.' })
  expect(session.view().content).toMatchObject({ headline: 'Before unsent', deck: '' })
  expect(words(session)).toBe('Not saved: kept on this computer')
  expect(await session.flush()).toMatchObject({ ok: false })
})

test('the page is loaded again when its standing changed, and what was typed stays', async () => {
  const onStanding = vi.fn()
  const { paper, session } = await opened(fakePaper(), { onStanding })
  paper.database = false
  type(session, '!')
  paper.tell({ type: 'standing' })
  expect(onStanding).toHaveBeenCalledOnce()
  session.refresh({ ...ORIGIN, canEdit: false })
  expect(session.view().content.headline).toBe('Before')
  expect(session.shared.doc.getText('headline').toString()).toBe('Before!')
  expect(words(session, false)).toBe('Not saved: kept on this computer')
  paper.database = true
  session.refresh(ORIGIN)
  await paper.clock.pass(1_000)
  expect(words(session)).toMatch(/^Saved \d/)
  expect(paper.inDatabase().headline).toBe('Before!')
})

test('another line of history is not mixed with this one', async () => {
  const onStanding = vi.fn()
  const { paper, session } = await opened(fakePaper(), { onStanding })
  paper.refuses = 'generation'
  paper.kill()
  paper.up = true
  await paper.clock.pass(20_000)
  expect(session.view().draft.link).toEqual({ at: 'replaced' })
  expect(onStanding).toHaveBeenCalledOnce()
  const other = await opened()
  other.session.refresh({ ...ORIGIN, generation: 'second' })
  expect(other.session.view().draft.link).toEqual({ at: 'replaced' })
})

test('a busy server is tried again', async () => {
  const { paper, session } = await opened()
  paper.refuses = 'busy'
  paper.kill()
  paper.up = true
  await paper.clock.pass(20_000)
  expect(session.view().draft.link).toEqual({ at: 'offline' })
  paper.refuses = null
  await paper.clock.pass(20_000)
  expect(session.view().draft.link).toEqual({ at: 'online' })
})

test('whoever may only read asks for nothing to be stored, and decides on the revision of the page', async () => {
  const { paper, session } = await opened(fakePaper(), { origin: { ...ORIGIN, canEdit: false } })
  session.change({ headline: 'Mine' })
  await paper.clock.pass(20_000)
  expect(paper.marks).toBe(0)
  expect(await session.flush()).toEqual({ ok: true, revisionId: 'revision-0' })
  session.refresh({ ...ORIGIN, canEdit: true, revisionId: 'revision-9' })
  await paper.clock.pass(1_000)
  session.change({ headline: 'Mine' })
  await paper.clock.pass(1_000)
  expect(paper.inDatabase().headline).toBe('Mine')
})

import { expect, test, vi } from 'vitest'
import { fakeDisk, fakePaper, ORIGIN } from './fake-paper.ts'
import { opened, openedByMarlow, type, words } from './fake-visit.ts'
import { openSession } from './shared-session.ts'

test('nothing can be typed before the text is here, and then the page shows what the document says', async () => {
  const paper = fakePaper()
  const session = openSession({ ...ORIGIN, content: { ...ORIGIN.content, headline: 'As rendered' } }, paper.world(), () => {})
  expect(words(session)).toBe('Opening…')
  session.change({ headline: 'Too early' })
  expect(session.view().content.headline).toBe('As rendered')
  session.start()
  await paper.clock.pass(1_000)
  expect(session.view().content.headline).toBe('Before')
  expect(words(session)).toMatch(/^Saved \d/)
})

test('"Saved" is said when the server has the last change in its database, and not before', async () => {
  const { paper, session } = await opened()
  type(session, ' noon')
  expect(words(session)).toBe('Saving…')
  await paper.clock.pass(255)
  type(session, ', again')
  await paper.clock.pass(10)
  expect(words(session)).toBe('Saving…')
  await paper.clock.pass(1_000)
  expect(words(session)).toMatch(/^Saved \d/)
  expect(paper.inDatabase().headline).toBe('Before noon, again')
})

test('many changes in a row are asked after once in a quarter of a second', async () => {
  const { paper, session } = await opened()
  const before = paper.marks
  for (let letter = 0; letter < 100; letter += 1) {
    type(session, 'x')
    await paper.clock.pass(10)
  }
  await paper.clock.pass(1_000)
  expect(paper.marks - before).toBeLessThanOrEqual(6)
})

test('a keystroke in unsaved text tells nobody on the screen', async () => {
  const { session } = await opened()
  type(session, 'a')
  const heard = vi.fn()
  session.subscribe(heard)
  type(session, 'b')
  expect(heard).not.toHaveBeenCalled()
})

test('without a connection the text is kept, said so, and merged with what others wrote when it is back', async () => {
  const paper = fakePaper()
  const { session } = await opened(paper)
  const other = await openedByMarlow(paper)
  session.wentOffline()
  paper.up = false
  type(session, ' offline')
  expect(words(session)).toBe('Offline: kept on this computer')
  other.session.shared.doc.getText('deck').insert(0, 'Meanwhile.')
  await paper.clock.pass(20_000)
  expect(words(session)).toBe('Offline: kept on this computer')
  paper.up = true
  await paper.clock.pass(20_000)
  expect(words(session)).toMatch(/^Saved \d/)
  expect(paper.inDatabase()).toMatchObject({ headline: 'Before offline', deck: 'Meanwhile.' })
  expect(other.session.view().content.headline).toBe('Before offline')
})

test('text typed offline survives closing the tab and is uploaded at the next visit', async () => {
  const paper = fakePaper()
  const { session, disk } = await opened(paper)
  session.wentOffline()
  paper.up = false
  type(session, ' and gone')
  session.stop()
  expect(disk.unsent).toBe(true)
  expect(paper.inDatabase().headline).toBe('Before')
  paper.up = true
  const again = await opened(paper, { disk })
  expect(again.session.view().content.headline).toBe('Before and gone')
  expect(words(again.session)).toMatch(/^Saved \d/)
  expect(paper.inDatabase().headline).toBe('Before and gone')
  expect(disk.unsent).toBe(false)
})

test('text kept on this computer can be gone on with although the paper does not answer', async () => {
  const paper = fakePaper()
  const { session, disk } = await opened(paper)
  session.stop()
  paper.up = false
  const again = await opened(paper, { disk })
  type(again.session, ' in the subway')
  expect(words(again.session)).toBe('Offline: kept on this computer')
  expect(again.session.shared.doc.getText('headline').toString()).toBe('Before in the subway')
})

test('a server that is killed in mid-sentence loses nothing: what it had not stored comes again', async () => {
  const { paper, session } = await opened()
  for (let kill = 0; kill < 20; kill += 1) {
    type(session, `${kill} `)
    await paper.clock.pass(kill * 17)
    paper.kill()
    type(session, '. ')
    paper.up = true
    await paper.clock.pass(30_000)
  }
  expect(words(session)).toMatch(/^Saved \d/)
  expect(paper.inDatabase().headline).toBe(`Before${Array.from({ length: 20 }, (_, kill) => `${kill} . `).join('')}`)
})

test('while the database does not answer, nothing is called saved, and it is said why', async () => {
  const { paper, session } = await opened()
  paper.database = false
  type(session, '!')
  await paper.clock.pass(6_000)
  expect(words(session)).toBe('Not saved yet: the paper’s database does not answer; kept on this computer')
  expect(await Promise.race([session.flush(), paper.clock.pass(20_000).then(() => null)])).toMatchObject({ ok: false })
  paper.database = true
  await paper.clock.pass(6_000)
  expect(words(session)).toMatch(/^Saved \d/)
  expect(paper.inDatabase().headline).toBe('Before!')
})

test('a computer that keeps nothing is named as such', async () => {
  const { paper, session } = await opened(fakePaper(), { disk: { ...fakeDisk(), works: false } })
  type(session, '!')
  await paper.clock.pass(1_000)
  expect(words(session)).toMatch(/^Saved \d/)
  session.wentOffline()
  paper.up = false
  type(session, '?')
  expect(words(session)).toBe('Offline: NOT kept on this computer, don’t close this tab')
})

test('two people in one story see each other’s words, and both are stored', async () => {
  const paper = fakePaper()
  const one = await opened(paper)
  const two = await openedByMarlow(paper)
  for (let letter = 0; letter < 50; letter += 1) {
    type(one.session, 'a')
    two.session.shared.doc.getText('headline').insert(0, 'b')
    if (letter % 7 === 0) await paper.clock.pass(100)
  }
  await paper.clock.pass(2_000)
  const headline = `${'b'.repeat(50)}Before${'a'.repeat(50)}`
  expect(one.session.view().content.headline).toBe(headline)
  expect(two.session.view().content.headline).toBe(headline)
  expect(paper.inDatabase().headline).toBe(headline)
})

test('a decision waits until everything is stored, and names the revision that holds it', async () => {
  const { paper, session } = await opened()
  type(session, ' for the desk')
  const flushed = session.flush()
  await paper.clock.pass(1_000)
  const answer = await flushed
  expect(answer.ok && answer.revisionId).toMatch(/^revision-\d+$/)
  expect(answer.ok && answer.revisionId).toBe(session.view().outcome?.revisionId)
  expect(paper.inDatabase().headline).toBe('Before for the desk')
})

test('a decision is refused with the reason while the text cannot become a version, and while offline', async () => {
  const { paper, session } = await opened()
  session.change({ headline: 'x'.repeat(201) })
  const tooLong = session.flush()
  await paper.clock.pass(1_000)
  expect(await tooLong).toEqual({ ok: false, reason: 'Keep the headline under 200 characters.' })
  expect(words(session)).toBe('Not in the story yet: Keep the headline under 200 characters.')
  session.change({ headline: 'Short' })
  paper.problems = [{ field: 'section', message: 'This section no longer exists. Choose another one.' }]
  const gone = session.flush()
  await paper.clock.pass(1_000)
  expect(await gone).toEqual({ ok: false, reason: 'This section no longer exists. Choose another one.' })
  session.wentOffline()
  expect(await session.flush()).toMatchObject({ ok: false })
})

test('a decision that waits for the server is answered when the connection breaks', async () => {
  const { paper, session } = await opened()
  paper.database = false
  const flushed = session.flush()
  paper.kill()
  expect(await flushed).toMatchObject({ ok: false })
})

test('fields are written into the document that the others have, each by what changed in it', async () => {
  const paper = fakePaper()
  const one = await opened(paper)
  const two = await openedByMarlow(paper)
  one.session.change({ tags: ['robotics'], slug: 'final', bylines: [{ staffId: null, name: 'A Guest', credit: 'Guest' }] })
  two.session.change({ sectionId: '7a1c1f3e-8a5e-4d38-9a39-3f9f2a0f5d11', lead: { assetId: '7a1c1f3e-8a5e-4d38-9a39-3f9f2a0f5d12', caption: 'A caption', alt: 'Alt', credit: 'Ana' } })
  await paper.clock.pass(1_000)
  expect(one.session.view().content).toEqual(two.session.view().content)
  expect(one.session.view().content).toMatchObject({ tags: ['robotics'], slug: 'final', lead: { caption: 'A caption' }, sectionId: '7a1c1f3e-8a5e-4d38-9a39-3f9f2a0f5d11' })
  two.session.change({ lead: null })
  await paper.clock.pass(1_000)
  expect(paper.inDatabase().lead).toBeNull()
})

test('the parts of the content that say the same stay the same objects while somebody types', async () => {
  const { paper, session } = await opened()
  session.change({ tags: ['one'] })
  const before = session.view().content
  type(session, '!')
  await paper.clock.pass(1_000)
  expect(session.view().content.tags).toBe(before.tags)
  expect(session.view().content).not.toBe(before)
})

import { describe, expect, it } from 'vitest'
import { openSession } from './draft-session.ts'
import type { SaveAnswer } from './draft-transport.ts'
import { BLANK, fakeWorld } from './fake-world.ts'

const ORIGIN = { id: 'story', userId: 'ana', version: 1, savedAt: '2026-11-24T10:00:00.000Z', revisionId: 'r1', content: BLANK }
const saved = (version: number): SaveAnswer => ({ kind: 'saved', version, savedAt: '2026-11-24T10:42:00.000Z', outcome: { revisionId: `r${version}`, state: 'DRAFT', checks: [] } })
const staleAnswer: SaveAnswer = { kind: 'stale', stale: { savedBy: 'Bo Lin', savedAt: '2026-11-24T10:41:00.000Z', version: 5 } }
const theirs = (headline: string, version = 5) => ({ version, savedAt: '2026-11-24T10:41:00.000Z', savedBy: 'Bo Lin', content: { ...BLANK, headline } })

function opened() {
  const fake = fakeWorld()
  const session = openSession(ORIGIN, fake.world)
  session.start()
  return { ...fake, session }
}

describe('saving', () => {
  it('keeps a change at once, saves it after a pause, and forgets the copy when it is stored', async () => {
    const { session, storage, sent, pass } = opened()
    session.change({ headline: 'A' })
    expect([...storage.values.keys()]).toEqual(['fourth-period:draft:story:ana:tab-1'])
    await pass(999)
    expect(sent).toHaveLength(0)
    await pass(1)
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ version: 1, content: { headline: 'A' } })
    expect(session.view().draft.phase).toBe('saving')
    await sent[0]?.answer(saved(2))
    expect(session.view()).toMatchObject({ draft: { phase: 'saved', version: 2 }, outcome: { revisionId: 'r2' } })
    expect(storage.values.size).toBe(0)
  })

  it('has one save under way at a time and then sends the newest text', async () => {
    const { session, storage, sent, pass } = opened()
    session.change({ headline: 'A' })
    await pass(1000)
    session.change({ headline: 'AB' })
    session.change({ headline: 'ABC' })
    session.saveNow()
    await pass(10_000)
    expect(sent).toHaveLength(1)
    await sent[0]?.answer(saved(2))
    expect(storage.values.size).toBe(1)
    await pass(1000)
    expect(sent[1]).toMatchObject({ version: 2, content: { headline: 'ABC' } })
  })

  it('does not count a change that changes nothing', async () => {
    const { session, sent, pass } = opened()
    session.change({ headline: '' })
    await pass(5000)
    expect(sent).toHaveLength(0)
  })

  it('tells what cannot be stored without asking the server, and goes on once it is put right', async () => {
    const { session, sent, pass, storage } = opened()
    session.change({ headline: 'x'.repeat(201) })
    await pass(1000)
    expect(sent).toHaveLength(0)
    expect(session.view().draft).toMatchObject({ phase: 'problem', problems: [{ field: 'headline' }] })
    expect(storage.values.size).toBe(1)
    session.change({ headline: 'x' })
    await pass(1000)
    expect(sent).toHaveLength(1)
  })

  it('tries again by itself when the network is away', async () => {
    const { session, sent, pass } = opened()
    session.change({ headline: 'A' })
    await pass(1000)
    await sent[0]?.answer({ kind: 'failed', message: 'away' })
    expect(session.view().draft.phase).toBe('problem')
    await pass(2000)
    expect(sent).toHaveLength(2)
    await sent[1]?.answer(saved(2))
    expect(session.view().draft.phase).toBe('saved')
  })

  it.each([
    [{ kind: 'signed-out' }, 'signed-out'],
    [{ kind: 'forbidden', problems: [{ message: 'No.' }] }, 'read-only'],
    [{ kind: 'refused', problems: [{ field: 'content.bylines.0.credit', message: 'Too long.' }] }, 'problem'],
  ] satisfies [SaveAnswer, string][])('keeps the text after %o', async (answer, phase) => {
    const { session, sent, pass, storage } = opened()
    session.change({ headline: 'A' })
    await pass(1000)
    await sent[0]?.answer(answer)
    expect(session.view().draft.phase).toBe(phase)
    expect(session.view().content.headline).toBe('A')
    expect(storage.values.size).toBe(1)
    if (phase === 'problem') expect(session.view().draft.problems).toEqual([{ field: 'bylines', message: 'Too long.' }])
    if (phase === 'read-only') {
      session.change({ headline: 'B' })
      expect(session.view().content.headline).toBe('A')
    }
    session.tryAgain()
    await pass(0)
    expect(sent).toHaveLength(phase === 'read-only' ? 1 : 2)
  })

  it('says when the browser cannot keep a copy', () => {
    const { session, storage } = opened()
    storage.full = true
    session.change({ headline: 'A' })
    expect(session.view().isKept).toBe(false)
  })

  it('tells its listeners until they leave', () => {
    const { session } = opened()
    let calls = 0
    const leave = session.subscribe(() => (calls += 1))
    session.change({ headline: 'A' })
    expect(calls).toBeGreaterThan(0)
    const before = calls
    leave()
    session.change({ headline: 'B' })
    expect(calls).toBe(before)
  })
})

describe('flushing before a decision', () => {
  it('answers at once when all is stored, else after the save', async () => {
    const { session, sent, settle } = opened()
    expect(await session.flush()).toEqual({ ok: true, revisionId: 'r1' })
    session.change({ headline: 'A' })
    const flushed = session.flush()
    await settle()
    session.change({ headline: 'B' })
    await sent[0]?.answer(saved(2))
    await sent[1]?.answer(saved(3))
    expect(await flushed).toEqual({ ok: true, revisionId: 'r3' })
  })

  it('says that it could not', async () => {
    const { session, sent, settle } = opened()
    session.change({ headline: 'A' })
    const flushed = session.flush()
    await settle()
    await sent[0]?.answer({ kind: 'signed-out' })
    expect(await flushed).toMatchObject({ ok: false })
  })

  it('says so when the server named no revision', async () => {
    const { session, sent, settle } = opened()
    session.change({ headline: 'A' })
    const flushed = session.flush()
    await settle()
    await sent[0]?.answer({ kind: 'saved', version: 2, savedAt: ORIGIN.savedAt, outcome: { revisionId: null, state: 'DRAFT', checks: [] } })
    expect(await flushed).toMatchObject({ ok: false })
  })
})

describe('somebody else saved meanwhile', () => {
  async function overtaken() {
    const all = opened()
    all.session.change({ headline: 'Mine' })
    await all.pass(1000)
    all.state.current = theirs('Theirs')
    await all.sent[0]?.answer(staleAnswer)
    return all
  }

  it('overwrites nothing on either side and waits', async () => {
    const { session, sent, pass, storage } = await overtaken()
    expect(session.view()).toMatchObject({ draft: { phase: 'stale' }, content: { headline: 'Mine' }, theirs: { savedBy: 'Bo Lin' } })
    session.change({ headline: 'Mine, longer' })
    await pass(60_000)
    expect(sent).toHaveLength(1)
    expect([...storage.values.values()].join()).toContain('Mine, longer')
  })

  it('keeps mine as a new version on top of theirs', async () => {
    const { session, sent, pass } = await overtaken()
    session.keepMine()
    await pass(0)
    expect(sent[1]).toMatchObject({ version: 5, content: { headline: 'Mine' } })
  })

  it('takes theirs, and offers mine until it is discarded', async () => {
    const { session, storage } = await overtaken()
    session.takeTheirs()
    expect(session.view()).toMatchObject({ draft: { phase: 'saved', version: 5 }, content: { headline: 'Theirs' }, epoch: 1 })
    const [offer] = session.view().offers
    expect(offer?.content.headline).toBe('Mine')
    if (offer === undefined) return
    session.discardCopy(offer)
    expect(session.view().offers).toEqual([])
    expect(storage.values.size).toBe(0)
  })

  it('can fetch theirs later, and keep mine without having seen theirs', async () => {
    const { session, sent, pass, state } = opened()
    session.change({ headline: 'Mine' })
    await pass(1000)
    await sent[0]?.answer(staleAnswer)
    expect(session.view().theirs).toBeNull()
    session.takeTheirs()
    expect(session.view().draft.phase).toBe('stale')
    state.current = theirs('Theirs')
    await session.fetchTheirs()
    expect(session.view().theirs?.content.headline).toBe('Theirs')
    state.current = null
    await session.fetchTheirs()
    session.keepMine()
    await pass(0)
    expect(sent[1]?.version).toBe(5)
    await session.fetchTheirs()
    expect(session.view().draft.phase).toBe('saving')
  })

  it('is no conflict when the other version is our own save whose answer got lost', async () => {
    const { session, sent, pass, state } = opened()
    session.change({ headline: 'A' })
    await pass(1000)
    await sent[0]?.answer({ kind: 'failed', message: 'away' })
    session.change({ headline: 'AB' })
    await pass(2000)
    state.current = theirs('A', 2)
    await sent[1]?.answer(staleAnswer)
    await pass(0)
    expect(sent[2]).toMatchObject({ version: 2, content: { headline: 'AB' } })
  })
})

describe('text kept from an earlier visit', () => {
  function withCopy(version = 1) {
    const fake = fakeWorld()
    fake.storage.setItem('fourth-period:draft:story:ana:old', JSON.stringify({ version, at: '2026-11-24T10:30:00.000Z', content: { ...BLANK, headline: 'Kept' } }))
    const session = openSession(ORIGIN, fake.world)
    session.start()
    return { ...fake, session }
  }

  it('is offered, used from the version that it was typed on, and forgotten once stored', async () => {
    const { session, sent, pass, storage } = withCopy()
    const [offer] = session.view().offers
    if (offer === undefined) throw new Error('no offer')
    session.takeCopy(offer)
    expect(session.view()).toMatchObject({ content: { headline: 'Kept' }, offers: [], epoch: 1 })
    await pass(0)
    expect(sent[0]).toMatchObject({ version: 1, content: { headline: 'Kept' } })
    await sent[0]?.answer(saved(2))
    expect(storage.values.size).toBe(0)
  })

  it('sets aside what was typed before it was used', () => {
    const { session } = withCopy()
    session.change({ headline: 'Newer' })
    const [offer] = session.view().offers
    if (offer === undefined) throw new Error('no offer')
    session.takeCopy(offer)
    expect(session.view().content.headline).toBe('Kept')
    expect(session.view().offers.map(({ content }) => content.headline)).toEqual(['Newer'])
  })

  it('is not forgotten while it cannot be kept anew, and not used while a save is under way', async () => {
    const { session, storage, pass } = withCopy()
    const [offer] = session.view().offers
    if (offer === undefined) throw new Error('no offer')
    storage.full = true
    session.takeCopy(offer)
    expect(storage.values.has(offer.key)).toBe(true)
    await pass(0)
    session.takeCopy(offer)
    expect(session.view().epoch).toBe(1)
  })
})

describe('the page rendered again', () => {
  const next = { ...ORIGIN, version: 4, revisionId: 'r4', content: { ...BLANK, headline: 'Newer' } }

  it('takes a newer saved story when nothing is unsaved here', async () => {
    const { session } = opened()
    session.refresh(next)
    expect(session.view()).toMatchObject({ content: { headline: 'Newer' }, draft: { version: 4 }, epoch: 1 })
    expect(await session.flush()).toEqual({ ok: true, revisionId: 'r4' })
  })

  it('keeps its fields when only the version is new', () => {
    const { session } = opened()
    session.refresh({ ...next, content: BLANK })
    expect(session.view()).toMatchObject({ draft: { version: 4 }, epoch: 0 })
  })

  it('takes the new revision of the same version, and nothing older', async () => {
    const { session } = opened()
    session.refresh({ ...ORIGIN, revisionId: 'r9' })
    session.refresh({ ...next, version: 0 })
    expect(session.view()).toMatchObject({ content: { headline: '' }, epoch: 0 })
    expect(await session.flush()).toEqual({ ok: true, revisionId: 'r9' })
  })

  it('leaves unsaved text alone', () => {
    const { session } = opened()
    session.change({ headline: 'Mine' })
    session.refresh(next)
    expect(session.view()).toMatchObject({ content: { headline: 'Mine' }, draft: { version: 1 } })
  })
})

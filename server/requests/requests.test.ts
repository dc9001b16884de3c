import { beforeEach, describe, expect, test } from 'vitest'
import { requestDecisionSchema, requestFormSchema, REFERENCE, type Outcome } from '#domain/takedown-policy.ts'
import type { Actor } from '#domain/people.ts'
import { db } from '../db.ts'
import { tags } from '../stories/cache.ts'
import { approveRevision, sendOn, submitStory } from '../stories/moves.ts'
import { readAddress } from '../stories/reader-views.ts'
import { aStory, anActor, done, newestRevision, type TestStory } from '../testing/builders.ts'
import { asOwner } from '../testing/database.ts'
import { decideRequest } from './decide.ts'
import { draftOf, keepDraft } from '../reader-forms/drafts.ts'
import { eraseSenders } from './erase.ts'
import { openRequests, requestPage, requestQueue } from './queries.ts'
import { receiveRequest } from './receive.ts'
import { showToSearch } from './search-listing.ts'
import { voteOnRequest } from './votes.ts'

const problem = (result: { ok: boolean; problems?: { field?: string; message: string }[] }) => (result.ok ? null : (result.problems?.[0] ?? null))
const eventsOf = async (storyId: string) => (await db().auditEvent.findMany({ where: { storyId }, orderBy: { id: 'asc' }, select: { kind: true } })).map(({ kind }) => kind)
const addressOf = async (storyId: string) => db().address.findFirstOrThrow({ where: { storyId, current: true }, select: { sectionSlug: true, slug: true } })
const answerAt = async ({ sectionSlug, slug }: { sectionSlug: string; slug: string }) => (await readAddress(sectionSlug, slug)).answer

/** What a reader asked about this story. */
async function asked(story: TestStory, change: Record<string, string> = {}): Promise<string> {
  const { sectionSlug, slug } = await addressOf(story.storyId)
  const form = requestFormSchema.parse({ story: `/${sectionSlug}/${slug}`, ground: 'MISTAKE', problem: 'The score is the wrong way round.', wish: 'Put it right.', name: '', email: '', ...change })
  const { reference } = done(await receiveRequest(form))
  return (await db().readerRequest.findUniqueOrThrow({ where: { reference }, select: { id: true } })).id
}
const decision = (story: { revisionId: string }, requestId: string, outcome: Outcome, more: Record<string, string> = {}) => requestDecisionSchema.parse({ requestId, revisionId: story.revisionId, outcome, reason: 'For the record.', ...more })
const decidedOf = (id: string) => db().readerRequest.findUniqueOrThrow({ where: { id }, select: { outcome: true, decidedAt: true, name: true, email: true } })

beforeEach(async () => {
  await anActor('WRITER')
  await db().paper.update({ where: { id: 1 }, data: { reviewPolicy: 'ADVISER_APPROVES' }, select: { id: true } })
})

describe('what a reader sends', () => {
  test('becomes an open request with a number, of the version that readers saw, and of nobody', async () => {
    const story = await aStory('LIVE')
    const id = await asked(story, { name: 'Rosa Lind', email: 'rosa@example.org' })
    const row = await db().readerRequest.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ storyId: story.storyId, revisionId: story.revisionId, decidedAt: null, name: 'Rosa Lind', email: 'rosa@example.org' })
    expect(row.reference).toMatch(REFERENCE)
    const event = await db().auditEvent.findFirstOrThrow({ where: { kind: 'request.received', subjectId: id } })
    expect(event).toMatchObject({ actorId: null, data: { ground: 'MISTAKE' } })
    expect(JSON.stringify(event, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(/rosa|Rosa|score/)
  })

  test('names a story that the paper published; a draft is as unknown as nothing', async () => {
    const draft = await aStory('APPROVED', { slug: 'never-published-canary' })
    const section = await db().section.findUniqueOrThrow({ where: { id: draft.content.sectionId ?? '' }, select: { slug: true } })
    const send = (story: string) => receiveRequest(requestFormSchema.parse({ story, ground: 'MISTAKE', problem: 'Something is wrong.', wish: 'Help.', name: '', email: '' }))
    expect(problem(await send(`/${section.slug}/never-published-canary`))).toEqual(problem(await send('/news/no-such-story-at-all')))
    const withdrawn = await aStory('WITHDRAWN')
    const { sectionSlug, slug } = await addressOf(withdrawn.storyId)
    done(await send(`https://paper.example/${sectionSlug}/${slug}?from=search#top`))
  })

  test('cannot be changed, decided twice or deleted, not even by the owner of the database', async () => {
    const story = await aStory('LIVE')
    const id = await asked(story, { name: 'Rosa Lind', email: 'rosa@example.org' })
    const row = { where: { id } }
    await expect(db().readerRequest.update({ ...row, data: { problem: 'Something else.' } })).rejects.toThrow(/kept as it came/)
    await expect(db().readerRequest.update({ ...row, data: { name: '', email: null, erasedAt: new Date() } })).rejects.toThrow(/only be erased, once it is decided/)
    done(await decideRequest(story.adviser, decision(story, id, 'KEEP', { reply: 'We looked into it: the score is right.' })))
    await expect(db().readerRequest.update({ ...row, data: { outcome: 'HIDE' } })).rejects.toThrow(/decided already/)
    await expect(db().readerRequest.update({ ...row, data: { email: 'other@example.org' } })).rejects.toThrow(/only be erased/)
    const owner = process.env.FP_TEST_OWNER_URL ?? ''
    await expect(asOwner(owner, (client) => client.query('DELETE FROM "ReaderRequest" WHERE "id" = $1', [id]))).rejects.toThrow(/is kept/)
  })

  test('comes back with every word for half an hour, from the memory of the process', () => {
    const now = new Date('2026-11-24T20:00:00Z')
    const draft = { values: { story: '/news/x', ground: '', problem: 'Words.', wish: '', name: 'Rosa', email: '' }, problems: [{ field: 'ground', message: 'Choose.' }] }
    const token = keepDraft('one', draft, now)
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(draftOf(token, now)).toEqual(draft)
    expect(draftOf(token, new Date(now.getTime() + 31 * 60_000))).toBeNull()
    for (let more = 0; more < 10; more += 1) keepDraft('two', draft, now)
    expect(draftOf(token, now)).toEqual(draft)
    for (let more = 0; more < 10; more += 1) keepDraft('one', draft, now)
    expect(draftOf(token, now)).toBeNull()
  })
})

describe('the queue', () => {
  test('is for editors and advisers; a writer sees neither it nor a request', async () => {
    const story = await aStory('LIVE')
    const id = await asked(story)
    for (const actor of [story.editor, story.adviser]) {
      expect((await requestQueue(actor, null))?.open.some((line) => line.id === id)).toBe(true)
      expect(await requestPage(actor, id)).toMatchObject({ ground: 'MISTAKE', story: { headline: story.content.headline, liveRevisionId: story.revisionId } })
      expect(await openRequests(actor)).toBeGreaterThan(0)
    }
    expect([await requestQueue(story.writer, null), await requestPage(story.writer, id), await openRequests(story.writer)]).toEqual([null, null, 0])
    expect(await requestPage(story.adviser, 'x')).toBeNull()
  })

  test('shows the open ones by age, then the decided ones page by page', async () => {
    const story = await aStory('LIVE')
    const [first, second] = [await asked(story), await asked(story)]
    const queue = await requestQueue(story.editor, null)
    const places = [first, second].map((id) => queue?.open.findIndex((line) => line.id === id))
    expect(places).toEqual([...places].sort())
    done(await decideRequest(story.adviser, decision(story, first, 'KEEP')))
    const after = await requestQueue(story.editor, null)
    expect(after?.open.some(({ id }) => id === first)).toBe(false)
    expect(after?.decided[0]).toMatchObject({ id: first, decided: { outcome: 'KEEP' } })
    expect((await requestQueue(story.editor, first))?.decided.some(({ id }) => id === first)).toBe(false)
  })
})

describe('votes', () => {
  test('one a person, changeable until the decision, and standing after it', async () => {
    const story = await aStory('LIVE')
    const id = await asked(story)
    done(await voteOnRequest(story.editor, { requestId: id, outcome: 'KEEP', remark: 'It is right.' }))
    done(await voteOnRequest(story.editor, { requestId: id, outcome: 'CORRECT', remark: 'It is wrong after all.' }))
    done(await voteOnRequest(story.adviser, { requestId: id, outcome: 'CORRECT', remark: '' }))
    const page = await requestPage(story.editor, id)
    expect(page?.votes.map(({ own, outcome, remark }) => [own, outcome, remark])).toEqual([[true, 'CORRECT', 'It is wrong after all.'], [false, 'CORRECT', '']])
    done(await decideRequest(story.adviser, decision(story, id, 'KEEP')))
    expect(problem(await voteOnRequest(story.editor, { requestId: id, outcome: 'KEEP', remark: '' }))?.message).toMatch(/decided on this request already/)
    await expect(db().requestVote.updateMany({ where: { requestId: id }, data: { outcome: 'HIDE' } })).rejects.toThrow(/its votes stand/)
    expect(await eventsOf(story.storyId)).toEqual(expect.arrayContaining(['request.voted', 'request.decided']))
  })

  test('not of a writer, nor of somebody who wrote the story', async () => {
    const editor = await anActor('EDITOR')
    const story = await aStory('LIVE', { bylines: [{ staffId: editor.staffId, name: null, credit: '' }] })
    const id = await asked(story)
    expect(problem(await voteOnRequest(story.writer, { requestId: id, outcome: 'KEEP', remark: '' }))?.message).toBe('Your role does not include this.')
    expect(problem(await voteOnRequest(editor, { requestId: id, outcome: 'KEEP', remark: '' }))?.message).toMatch(/^Nobody decides on corrections of a story/)
  })
})

describe('a decision', () => {
  const decide = async (who: Actor, story: TestStory, outcome: Outcome, more: Record<string, string> = {}) => {
    const id = await asked(story)
    return { id, result: await decideRequest(who, decision(story, id, outcome, more)) }
  }

  test.each(['KEEP', 'CORRECT', 'NAME', 'HIDE', 'WITHDRAW'] as const)('%s is an adviser’s, under every policy', async (outcome) => {
    const story = await aStory('LIVE')
    const more = { note: 'The score was the wrong way round.', nameNote: 'Take out the name.', statement: 'It is gone.' }
    for (const reviewPolicy of ['ADVISER_APPROVES', 'ADVISER_CONSULTS', 'OPEN_FORUM'] as const) {
      await db().paper.update({ where: { id: 1 }, data: { reviewPolicy }, select: { id: true } })
      for (const who of [story.writer, story.editor]) expect(problem((await decide(who, story, outcome, more)).result)).not.toBeNull()
    }
    const { id, result } = await decide(story.adviser, story, outcome, more)
    done(result)
    expect((await decidedOf(id)).outcome).toBe(outcome)
  })

  test('CORRECT puts a dated correction on the story', async () => {
    const story = await aStory('LIVE')
    const { result } = await decide(story.adviser, story, 'CORRECT', { note: 'The score was the wrong way round: 3 to 1.' })
    expect(done(result).tags).toEqual(expect.arrayContaining([tags.corrections(), tags.story(story.storyId)]))
    expect(await answerAt(await addressOf(story.storyId))).toMatchObject({ kind: 'story', story: { corrections: [{ kind: 'CORRECTION', text: 'The score was the wrong way round: 3 to 1.' }] } })
  })

  test('HIDE asks search engines not to list it, until somebody lets them again', async () => {
    const story = await aStory('LIVE')
    const { result } = await decide(story.adviser, story, 'HIDE')
    expect(done(result).tags).toContain(tags.story(story.storyId))
    const address = await addressOf(story.storyId)
    expect(await answerAt(address)).toMatchObject({ kind: 'story', findable: false })
    expect(problem(await showToSearch(story.editor, story))).not.toBeNull()
    done(await showToSearch(story.adviser, story))
    expect(await answerAt(address)).toMatchObject({ findable: true })
    expect(problem(await showToSearch(story.adviser, story))?.message).toMatch(/may list this story already/)
    expect(await eventsOf(story.storyId)).toEqual(expect.arrayContaining(['story.hiddenFromSearch', 'story.shownToSearch']))
  })

  test('NAME hides a staff byline everywhere, and only of somebody who signs the story', async () => {
    const story = await aStory('LIVE')
    const other = await anActor('WRITER')
    expect(problem((await decide(story.adviser, story, 'NAME', { staffId: other.staffId, bylineForm: 'HIDDEN' })).result)?.field).toBe('staffId')
    const { result } = await decide(story.adviser, story, 'NAME', { staffId: story.writer.staffId, bylineForm: 'HIDDEN' })
    expect(done(result).tags).toEqual([tags.author(story.writer.staffId), tags.mastheads(), tags.media()])
    expect(await answerAt(await addressOf(story.storyId))).toMatchObject({ story: { bylines: [] } })
  })

  test('NAME in the text begins a new version that cannot be approved before the note is settled; readers see nothing of it yet', async () => {
    const story = await aStory('LIVE')
    done((await decide(story.adviser, story, 'NAME', { nameNote: 'Take the name of the pupil out of the second paragraph.' })).result)
    const next = { storyId: story.storyId, revisionId: await newestRevision(story.storyId) }
    expect(next.revisionId).not.toBe(story.revisionId)
    const standing = await db().story.findUniqueOrThrow({ where: { id: story.storyId }, select: { state: true, liveRevisionId: true } })
    expect(standing).toEqual({ state: 'DRAFT', liveRevisionId: story.revisionId })
    expect(problem(await submitStory(story.writer, next))?.message).toBe('One note must be settled first.')
    // A second one goes on the version that is on its way.
    done((await decide(story.adviser, story, 'NAME', { nameNote: 'And the other one.' })).result)
    expect(await newestRevision(story.storyId)).toBe(next.revisionId)
    await db().note.updateMany({ where: { storyId: story.storyId }, data: { resolvedAt: new Date() } })
    done(await submitStory(story.writer, { ...next, change: { kind: 'UPDATE', note: '' } }))
    done(await sendOn(story.editor, next))
    done(await approveRevision((await anActor('ADVISER')), next))
  })

  test('WITHDRAW leaves the paper’s statement, closes what is left, and touches all that showed the story', async () => {
    const story = await aStory('LIVE')
    const address = await addressOf(story.storyId)
    const other = await asked(story)
    const { result } = await decide(story.adviser, story, 'WITHDRAW', { statement: 'The story rested on a forged letter.' })
    const section = tags.section(address.sectionSlug)
    expect(done(result).tags).toEqual(expect.arrayContaining([tags.front(), tags.media(), section, tags.story(story.storyId), tags.corrections(), tags.address(address.sectionSlug, address.slug), tags.author(story.writer.staffId)]))
    expect(await answerAt(address)).toMatchObject({ kind: 'withdrawn', statement: 'The story rested on a forged letter.' })
    const gone = { revisionId: '' }
    expect(problem(await decideRequest(story.adviser, decision(gone, other, 'HIDE')))?.message).toMatch(/^Readers do not see this story/)
    done(await decideRequest(story.adviser, decision(gone, other, 'KEEP')))
  })

  test('is refused on a version that the person did not see, twice, or without the reply that somebody waits for', async () => {
    const story = await aStory('LIVE')
    const id = await asked(story, { name: 'Rosa Lind', email: 'rosa@example.org' })
    expect(problem(await decideRequest(story.adviser, decision({ revisionId: crypto.randomUUID() }, id, 'KEEP', { reply: 'No.' })))?.message).toMatch(/changed meanwhile/)
    expect(problem(await decideRequest(story.adviser, decision(story, id, 'HIDE')))?.field).toBe('reply')
    expect((await answerAt(await addressOf(story.storyId)))).toMatchObject({ findable: true })
    expect(done(await decideRequest(story.adviser, decision(story, id, 'HIDE', { reply: 'It is out of search engines.' }))).mailed).toBe(false)
    expect(problem(await decideRequest(story.adviser, decision(story, id, 'WITHDRAW', { statement: 'Gone.', reply: 'x' })))?.message).toMatch(/decided on this request already/)
    expect((await answerAt(await addressOf(story.storyId))).kind).toBe('story')
  })

  test('nobody keeps or corrects their own story against a complaint, whatever byline they took off; taking it down waits for nobody', async () => {
    const adviser = await anActor('ADVISER')
    const story = await aStory('LIVE', { bylines: [{ staffId: adviser.staffId, name: null, credit: '' }] })
    for (const [outcome, more] of [['KEEP', {}], ['CORRECT', { note: 'It was wrong, as I found.' }]] as const) expect(problem((await decide(adviser, story, outcome, more)).result)?.message).toMatch(/^Nobody decides/)
    done((await decide(adviser, story, 'HIDE')).result)
  })

  test('two advisers at the same moment decide once', async () => {
    const story = await aStory('LIVE')
    const id = await asked(story)
    const other = await anActor('ADVISER')
    const results = await Promise.all([
      decideRequest(story.adviser, decision(story, id, 'WITHDRAW', { statement: 'Gone.' })),
      decideRequest(other, decision(story, id, 'NAME', { staffId: story.writer.staffId, bylineForm: 'SHORT' })),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await eventsOf(story.storyId)).filter((kind) => kind === 'request.decided')).toHaveLength(1)
  })
})

test('name and e-mail of a decided request are erased after 90 days; an open one keeps them', async () => {
  const story = await aStory('LIVE')
  const sender = { name: 'Rosa Lind', email: 'rosa@example.org' }
  const [open, decided] = [await asked(story, sender), await asked(story, sender)]
  done(await decideRequest(story.adviser, decision(story, decided, 'KEEP', { reply: 'It is right.' })))
  const in_ = (days: number) => new Date(Date.now() + days * 86_400_000)
  await eraseSenders(in_(89))
  expect(await decidedOf(decided)).toMatchObject(sender)
  expect(await eraseSenders(in_(91))).toBeGreaterThan(0)
  expect(await decidedOf(decided)).toMatchObject({ name: '', email: null })
  expect(await decidedOf(open)).toMatchObject(sender)
  expect(await requestPage(story.editor, decided)).toMatchObject({ erased: true, name: '', email: null })
  await eraseSenders(in_(92))
  expect((await eventsOf(story.storyId)).filter((kind) => kind === 'request.senderErased')).toHaveLength(1)
})

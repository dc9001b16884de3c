import { describe, expect, it } from 'vitest'
import { pollSchema } from '#domain/polls/poll.ts'
import { db } from '../db.ts'
import { addOptOut } from '../opt-out/commands.ts'
import { readAddress } from '../stories/reader-views.ts'
import { anActor, aStory, done } from '../testing/builders.ts'
import { changePoll, closePoll, makePoll, vote } from './commands.ts'
import { publishedPoll } from './published.ts'
import { findPolls, pollById, pollList } from './queries.ts'
import { isReceipt, receiptOf, voterKey } from './receipt.ts'
import { turnPolls } from './turn.ts'

const problems = (result: { ok: boolean; problems?: { message: string; field?: string }[] }) => (result.ok ? 'it worked' : (result.problems ?? []).map(({ field, message }) => `${field ?? ''}: ${message}`).join(' '))
const input = (change: object = {}) => pollSchema.parse({ question: 'Where should the dance be?', options: 'Gym\nLibrary', ...change })
const asking = (pollId: string) => ({ body: { type: 'doc' as const, content: [{ type: 'poll' as const, attrs: { pollId } }, { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Tell us.' }] }] } })
const optionsOf = async (pollId: string) => (await db().pollOption.findMany({ where: { pollId }, orderBy: { position: 'asc' }, select: { id: true, votes: true } }))

async function livePoll(change: object = {}) {
  const maker = await anActor('WRITER')
  const { pollId } = done(await makePoll(maker, input(change)))
  const story = await aStory('LIVE', asking(pollId))
  return { maker, pollId, story, options: await optionsOf(pollId) }
}

describe('a poll', () => {
  it('is asked by a live story, counts votes and nothing else, and tells what it came to when it is closed', async () => {
    const { maker, pollId, story, options } = await livePoll()
    const [gym] = options
    for (let count = 0; count < 3; count += 1) expect(done(await vote({ poll: pollId, option: gym?.id ?? '' })).tags).toEqual([])
    expect((await optionsOf(pollId)).map(({ votes }) => votes)).toEqual([3, 0])
    expect((await publishedPoll(pollId, ''))?.figures).toBeNull()
    expect((await publishedPoll(pollId, receiptOf(pollId)))?.figures?.total).toBe(3)
    const address = await db().address.findFirstOrThrow({ where: { storyId: story.storyId, current: true }, select: { sectionSlug: true, slug: true } })
    const seen = async () => {
      const { answer, shown } = await readAddress(address.sectionSlug, address.slug)
      expect(shown.live).toBe(true)
      return answer.kind === 'story' ? answer.story.live?.polls[pollId] : undefined
    }
    expect(await seen()).toMatchObject({ state: 'open', figures: null })
    const { version } = (await pollById(maker, pollId)) ?? { version: 0 }
    expect(done(await closePoll(maker, { pollId, version })).tags).toEqual(['polls'])
    expect(await seen()).toMatchObject({ state: 'closed', figures: { total: 3, rows: [{ percent: 100 }, { percent: 0 }] } })
    expect(problems(await vote({ poll: pollId, option: gym?.id ?? '' }))).toBe(': notOpen')
    expect(problems(await closePoll(maker, { pollId, version: version + 1 }))).toMatch(/closed already/)
    expect(await db().auditEvent.count({ where: { subjectId: pollId } })).toBe(2)
  })

  it('that no live story asks takes no vote and is not there', async () => {
    const { pollId } = done(await makePoll(await anActor('WRITER'), input()))
    await aStory('REVIEW', asking(pollId))
    const [one] = await optionsOf(pollId)
    expect(problems(await vote({ poll: pollId, option: one?.id ?? '' }))).toBe(': missing')
    expect(await publishedPoll(pollId, receiptOf(pollId))).toBeNull()
    expect(await publishedPoll('no-id', '')).toBeNull()
  })

  it('takes its own answers alone', async () => {
    const [a, b] = [await livePoll(), await livePoll()]
    expect(problems(await vote({ poll: a.pollId, option: b.options[0]?.id ?? '' }))).toBe('option: choose')
    expect((await optionsOf(b.pollId)).map(({ votes }) => votes)).toEqual([0, 0])
  })

  it('opens and closes by its clock, and pages hear of it', async () => {
    const { pollId, options } = await livePoll()
    const [hour, now] = [3_600_000, Date.now()]
    await db().poll.update({ where: { id: pollId }, data: { opensAt: new Date(now + hour), openedAt: null }, select: { id: true } })
    expect(problems(await vote({ poll: pollId, option: options[0]?.id ?? '' }))).toBe(': notOpen')
    await db().poll.update({ where: { id: pollId }, data: { opensAt: new Date(now - hour) }, select: { id: true } })
    expect(await turnPolls()).toEqual(['polls'])
    expect(await turnPolls()).toEqual([])
    done(await vote({ poll: pollId, option: options[0]?.id ?? '' }))
    await db().poll.update({ where: { id: pollId }, data: { closesAt: new Date(now - 1_000) }, select: { id: true } })
    expect(problems(await vote({ poll: pollId, option: options[0]?.id ?? '' }))).toBe(': notOpen')
    expect(await turnPolls()).toEqual(['polls'])
    expect(await db().auditEvent.count({ where: { subjectId: pollId, kind: 'poll.closed', actorId: null } })).toBe(1)
  })

  it('can be changed until somebody decides on a story that asks it, or has voted', async () => {
    const maker = await anActor('WRITER')
    const { pollId } = done(await makePoll(maker, input()))
    done(await changePoll(maker, { pollId, version: 1, ...input({ options: 'Gym\nCourtyard\nLibrary' }) }))
    expect(problems(await changePoll(maker, { pollId, version: 1, ...input() }))).toMatch(/Somebody else changed/)
    expect(problems(await changePoll(await anActor('WRITER'), { pollId, version: 2, ...input() }))).toMatch(/Only whoever made a poll/)
    await aStory('DRAFT', asking(pollId))
    done(await changePoll(await anActor('EDITOR'), { pollId, version: 2, ...input() }))
    await aStory('REVIEW', asking(pollId))
    expect(problems(await changePoll(maker, { pollId, version: 3, ...input() }))).toMatch(/in review, approved or live/)
    const live = await livePoll()
    done(await vote({ poll: live.pollId, option: live.options[0]?.id ?? '' }))
    expect(problems(await changePoll(live.maker, { pollId: live.pollId, version: 1, ...input() }))).toMatch(/Readers have voted/)
    // Nor past the paper.
    await expect(db().poll.update({ where: { id: live.pollId }, data: { question: 'Something else?' }, select: { id: true } })).rejects.toThrow()
    await expect(db().pollOption.update({ where: { id: live.options[1]?.id ?? '' }, data: { text: 'Roof' }, select: { id: true } })).rejects.toThrow()
    await expect(db().pollOption.update({ where: { id: live.options[0]?.id ?? '' }, data: { votes: 0 }, select: { id: true } })).rejects.toThrow()
  })

  it('has times that make sense, on the paper’s clocks', async () => {
    const maker = await anActor('WRITER')
    await db().paper.update({ where: { id: 1 }, data: { timeZone: 'America/Los_Angeles' }, select: { id: true } })
    expect(problems(await makePoll(maker, input({ closes: '2020-01-01T10:00' })))).toMatch(/^closes: This time is over/)
    expect(problems(await makePoll(maker, input({ opens: '2099-01-02T10:00', closes: '2099-01-01T10:00' })))).toMatch(/^closes: It would close before/)
    expect(problems(await makePoll(maker, input({ opens: '2099-02-31T10:00' })))).toMatch(/^opens: There is no such time/)
    const { pollId } = done(await makePoll(maker, input({ opens: '2099-01-01T10:00' })))
    expect((await db().poll.findUniqueOrThrow({ where: { id: pollId }, select: { opensAt: true } })).opensAt?.toISOString()).toBe('2099-01-01T18:00:00.000Z')
    expect(await pollById(maker, pollId)).toMatchObject({ opens: '2099-01-01T10:00', state: 'before', may: { keep: true, change: true } })
  })

  it('names nobody of the opt-out list, not even where the name came onto it later', async () => {
    const { maker, pollId } = await livePoll({ question: 'Should Perrin Vale sing again?' })
    expect(await publishedPoll(pollId, '')).not.toBeNull()
    done(await addOptOut(await anActor('ADMIN'), { name: 'Perrin Vale', otherNames: [], reason: '' }))
    expect(await publishedPoll(pollId, '')).toBeNull()
    expect(problems(await makePoll(maker, input({ question: 'Perrin Vale?' })))).toMatch(/^question: A name on the opt-out list/)
    expect((await findPolls(maker, 'perrin')).map(({ id }) => id)).toEqual([pollId])
    expect((await pollList(maker)).length).toBeGreaterThan(3)
  })
})

it('a receipt is the same for everybody who voted in a poll, and opens that one alone; nothing that limits votes outlives its day', () => {
  const [a, b] = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b']
  expect([isReceipt(a, receiptOf(a)), isReceipt(b, receiptOf(a)), isReceipt(a, '')]).toEqual([true, false, false])
  expect(voterKey('10.0.0.1', a)).toBe(voterKey('10.0.0.1', a))
  expect(new Set([voterKey('10.0.0.1', a), voterKey('10.0.0.1', b), voterKey('10.0.0.2', a)]).size).toBe(3)
  expect(voterKey('10.0.0.1', a)).not.toContain('10.0.0.1')
})

import { describe, expect, test } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { pitchSchema } from '#domain/planning/pitch.ts'
import { db } from '../db.ts'
import { storyHistory } from '../stories/history.ts'
import { approveRevision, sendOn, submitStory } from '../stories/moves.ts'
import { changeDraft } from '../stories/save.ts'
import { aSection, anActor, done, newestRevision } from '../testing/builders.ts'
import { acceptPitch, changePitch, declinePitch, makePitch, seePitchAnswer, takeBackPitch } from './pitches.ts'
import { pitchById, pitchLists, pitchOf, unseenAnswers } from './pitch-queries.ts'

const problems = (result: { ok: boolean; problems?: { message: string }[] }) => (result.ok ? 'it worked' : (result.problems ?? []).map(({ message }) => message).join(' '))
const kinds = async (subjectId: string) => (await db().auditEvent.findMany({ where: { subjectId }, orderBy: { id: 'asc' }, select: { kind: true } })).map(({ kind }) => kind)

async function aPitch(by: Actor, change: Record<string, unknown> = {}) {
  const input = pitchSchema.parse({ title: 'The vending machines are gone', why: 'They vanished on Monday.', sectionId: (await aSection()).id, sources: 'The custodian', hopedFor: '2026-12-04', pictures: 'The empty corner', ...change })
  const { pitchId } = done(await makePitch(by, input))
  return { pitchId, input }
}

describe('an accepted pitch becomes the story', () => {
  test('of whoever pitched it, with title, section, day, picture and byline, in one transaction', async () => {
    const [writer, editor] = [await anActor('WRITER'), await anActor('EDITOR')]
    const { pitchId, input } = await aPitch(writer)
    const { storyId } = done(await acceptPitch(editor, { pitchId, version: 1, answer: 'Ask the district too.' }))
    const story = await db().story.findUniqueOrThrow({
      where: { id: storyId },
      select: { state: true, createdById: true, plannedFor: true, commissioned: true, workingRevision: { select: { headline: true, sectionId: true, bylines: { select: { staffId: true } } } }, assignments: { select: { userId: true, part: true } }, photoRequests: { select: { wanted: true, state: true } } },
    })
    expect(story).toEqual({
      state: 'DRAFT', createdById: writer.userId, plannedFor: new Date('2026-12-04T00:00:00Z'), commissioned: false,
      workingRevision: { headline: input.title, sectionId: input.sectionId, bylines: [{ staffId: writer.staffId }] },
      assignments: [{ userId: writer.userId, part: 'WRITER' }],
      photoRequests: [{ wanted: 'The empty corner', state: 'OPEN' }],
    })
    expect(await kinds(pitchId)).toEqual(['pitch.made', 'pitch.accepted'])
    expect((await pitchOf(writer, storyId))?.answer).toBe('Ask the district too.')
    const told = (await storyHistory(editor, storyId))?.entries.flatMap(({ decisions, others }) => [...decisions, ...others]).map(({ kind }) => kind)
    expect(told).toContain('pitch.accepted')
  })

  test('and whoever accepted it may still approve it, while its writer may not', async () => {
    const [pitcher, adviser, other] = [await anActor('ADVISER'), await anActor('ADVISER'), await anActor('EDITOR')]
    const { pitchId } = await aPitch(pitcher)
    const { storyId } = done(await acceptPitch(adviser, { pitchId, version: 1, answer: '' }))
    done(await changeDraft(pitcher, storyId, (content) => ({ ...content, body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'They were sold.' }] }] } })))
    const decision = { storyId, revisionId: await newestRevision(storyId) }
    done(await submitStory(pitcher, decision))
    done(await sendOn(other, decision))
    expect(problems(await approveRevision(pitcher, decision))).toBe('Nobody approves a story that they wrote or signed.')
    done(await approveRevision(adviser, decision))
  })

  test('of two who answer at once, one does', async () => {
    const [writer, editor, adviser] = [await anActor('WRITER'), await anActor('EDITOR'), await anActor('ADVISER')]
    const { pitchId } = await aPitch(writer)
    const answers = await Promise.all([
      acceptPitch(editor, { pitchId, version: 1, answer: '' }),
      acceptPitch(adviser, { pitchId, version: 1, answer: '' }),
      declinePitch(editor, { pitchId, version: 1, answer: 'Not now.' }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db().story.count({ where: { createdById: writer.userId } })).toBe((await pitchById(writer, pitchId))?.state === 'ACCEPTED' ? 1 : 0)
  })
})

describe('who may do what with a pitch', () => {
  test('a writer answers none, not even their own', async () => {
    const writer = await anActor('WRITER')
    const { pitchId } = await aPitch(writer)
    expect(problems(await acceptPitch(writer, { pitchId, version: 1, answer: '' }))).toBe('Your role does not include this.')
    expect(problems(await declinePitch(writer, { pitchId, version: 1, answer: 'Never.' }))).toBe('Your role does not include this.')
    expect(await db().story.count({ where: { createdById: writer.userId } })).toBe(0)
    expect(await kinds(pitchId)).toEqual(['pitch.made'])
  })

  test('only the pitcher changes it or takes it back, and only until it is answered', async () => {
    const [writer, editor] = [await anActor('WRITER'), await anActor('EDITOR')]
    const { pitchId, input } = await aPitch(writer)
    expect(problems(await changePitch(editor, { pitchId, ...input }))).toBe('Only whoever pitched it can change a pitch.')
    expect(problems(await takeBackPitch(editor, { pitchId }))).toBe('Only whoever pitched it can change a pitch.')
    done(await changePitch(writer, { pitchId, ...input, title: 'The machines are back' }))
    expect(problems(await acceptPitch(editor, { pitchId, version: 1, answer: '' }))).toMatch(/changed the pitch while you were reading/)
    done(await declinePitch(editor, { pitchId, version: 2, answer: 'We had it last week.' }))
    expect(problems(await changePitch(writer, { pitchId, ...input }))).toMatch(/answered or taken back already/)
    expect(problems(await takeBackPitch(writer, { pitchId }))).toMatch(/answered or taken back already/)
    expect(await kinds(pitchId)).toEqual(['pitch.made', 'pitch.changed', 'pitch.declined'])
    await expect(db().pitch.update({ where: { id: pitchId }, data: { answer: 'Something else.' }, select: { id: true } })).rejects.toThrow()
    await expect(db().pitch.delete({ where: { id: pitchId }, select: { id: true } })).rejects.toThrow()
  })

  test('a decline needs its reason', async () => {
    const [writer, editor] = [await anActor('WRITER'), await anActor('EDITOR')]
    const { pitchId } = await aPitch(writer)
    expect(problems(await declinePitch(editor, { pitchId, version: 1, answer: ' ' }))).toMatch(/Say in a sentence why not/)
  })
})

test('the answer waits on the pitcher’s first page until they have seen it, and on nobody else’s', async () => {
  const [writer, other, editor] = [await anActor('WRITER'), await anActor('WRITER'), await anActor('EDITOR')]
  const { pitchId } = await aPitch(writer)
  expect(await unseenAnswers(writer)).toEqual([])
  done(await declinePitch(editor, { pitchId, version: 1, answer: 'Not this month.' }))
  expect((await unseenAnswers(writer)).map(({ id, answer }) => ({ id, answer }))).toEqual([{ id: pitchId, answer: 'Not this month.' }])
  expect(await unseenAnswers(other)).toEqual([])
  done(await seePitchAnswer(other, { pitchId }))
  expect(await unseenAnswers(writer)).toHaveLength(1)
  done(await seePitchAnswer(writer, { pitchId }))
  expect(await unseenAnswers(writer)).toEqual([])
  expect((await pitchLists(writer, { mine: true })).answered.map(({ id }) => id)).toEqual([pitchId])
})

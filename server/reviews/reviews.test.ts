import { beforeEach, describe, expect, test } from 'vitest'
import type { ReviewSettingsInput } from '#domain/review-policy.ts'
import { RISKS, riskAnswersSchema } from '#domain/risk-checklist.ts'
import { db } from '../db.ts'
import { storyHistory } from '../stories/history.ts'
import { addNote } from '../stories/notes.ts'
import { approveRevision, sendBack } from '../stories/moves.ts'
import { newsroomStory } from '../stories/queries.ts'
import { aStory, anActor, done, newestRevision, type TestStory } from '../testing/builders.ts'
import { commentOnRevision } from './comments.ts'
import { escalateOverdue } from './holds.ts'
import { answerObjection, objectTo } from './objections.ts'
import { reviewOfStory } from './queries.ts'
import { fillRiskChecklist } from './risk-checks.ts'
import { changeReviewSettings, reviewSettings } from './settings.ts'

const DEFAULTS: ReviewSettingsInput = { policy: 'ADVISER_APPROVES', holdHours: 14, consultHours: 7, escalation: 'ADVISERS', escalatePersonId: null, schoolOpens: '08:00', schoolCloses: '15:00', daysOff: [] }
const problem = (result: { ok: boolean; problems?: { message: string }[] }) => (result.ok ? null : (result.problems?.[0]?.message ?? ''))

async function withPolicy(change: Partial<ReviewSettingsInput>): Promise<void> {
  done(await changeReviewSettings(await anActor('ADMIN'), { ...DEFAULTS, ...change }))
}
const required = (story: TestStory) => ({ storyId: story.storyId, revisionId: story.revisionId, notes: 'Take the name out.', request: 'REQUIRED' as const, reason: 'It names a pupil.' })
async function reviewId(story: TestStory): Promise<string> {
  return (await db().review.findFirstOrThrow({ where: { storyId: story.storyId, request: 'REQUIRED' }, select: { id: true } })).id
}
const eventsOf = async (storyId: string) => (await db().auditEvent.findMany({ where: { storyId }, orderBy: { id: 'asc' }, select: { kind: true } })).map(({ kind }) => kind)
/** As if the story had come in for review ten days ago. */
const longAgo = (storyId: string) => db().$executeRaw`UPDATE "Story" SET "stateSince" = now() - interval '10 days' WHERE "id" = ${storyId}::uuid`

beforeEach(() => withPolicy({}))

describe('sending back', () => {
  test('a required change needs a reason, and holds the story up; a suggestion needs none', async () => {
    const story = await aStory('REVIEW')
    expect(problem(await sendBack(story.adviser, { ...required(story), reason: ' ' }))).toBe('A required change needs a reason: it stays on record.')
    done(await sendBack(story.adviser, required(story)))
    const { checks } = (await newsroomStory(story.adviser, story.storyId)) ?? { checks: [] }
    expect(checks.map(({ message }) => message)).toContain('One note must be settled first.')
    const other = await aStory('REVIEW')
    done(await sendBack(other.adviser, { ...required(other), request: 'SUGGESTION', reason: '' }))
    expect((await newsroomStory(other.adviser, other.storyId))?.checks).toEqual([])
  })
  test('in an editor-led paper an adviser can neither send back nor write a blocking note, an editor can', async () => {
    for (const policy of ['ADVISER_CONSULTS', 'OPEN_FORUM'] as const) {
      await withPolicy({ policy })
      const story = await aStory('REVIEW')
      const led = 'At this paper student editors decide. Write a note or a comment: it goes to them, and the story goes on.'
      expect(problem(await sendBack(story.adviser, required(story)))).toBe(led)
      const note = { storyId: story.storyId, revisionId: story.revisionId, body: 'Stop.', blocking: true, anchor: null, mentions: [] }
      expect(problem(await addNote(story.adviser, note))).toBe(led)
      done(await addNote(story.adviser, { ...note, blocking: false }))
      done(await sendBack(story.editor, required(story)))
    }
  })
})

describe('an adviser who consults', () => {
  test('holds up nobody once heard, and nobody after the time is over', async () => {
    await withPolicy({ policy: 'ADVISER_CONSULTS' })
    const [heard, late] = [await aStory('REVIEW'), await aStory('REVIEW')]
    const waits = 'The adviser was asked about this story and still has time to comment.'
    expect(problem(await approveRevision(heard.editor, heard))).toBe(waits)
    done(await commentOnRevision(heard.adviser, { ...heard, comment: 'Good. Check the year.' }))
    done(await approveRevision(heard.editor, heard))

    expect(await escalateOverdue(new Date())).toBe(0)
    await longAgo(late.storyId)
    expect(problem(await approveRevision(late.editor, late))).toBe(waits)
    expect(await escalateOverdue(new Date())).toBe(1)
    expect(await escalateOverdue(new Date())).toBe(0)
    done(await approveRevision(late.editor, late))
    expect((await eventsOf(late.storyId)).filter((kind) => kind === 'review.escalated')).toHaveLength(1)
  })
  test('is heard about the revision that they read, and no other', async () => {
    await withPolicy({ policy: 'ADVISER_CONSULTS' })
    const story = await aStory('REVIEW')
    done(await commentOnRevision(story.adviser, { ...story, comment: '' }))
    const { changeDraft } = await import('../stories/save.ts')
    done(await changeDraft(story.editor, story.storyId, (content) => ({ ...content, deck: 'Something else.' })))
    const revisionId = await newestRevision(story.storyId)
    expect(revisionId).not.toBe(story.revisionId)
    expect(problem(await approveRevision(story.editor, { storyId: story.storyId, revisionId }))).toContain('still has time to comment')
    expect(problem(await commentOnRevision(story.adviser, { ...story, comment: 'Late.' }))).toContain('The story changed while you were reading')
  })
  test('an author among the editors still approves nothing of their own', async () => {
    await withPolicy({ policy: 'OPEN_FORUM' })
    const editor = await anActor('EDITOR')
    const story = await aStory('REVIEW', { bylines: [{ staffId: editor.staffId, name: null, credit: 'Staff Writer' }] })
    expect(problem(await approveRevision(editor, story))).toBe('Nobody approves a story that they wrote or signed.')
  })
})

describe('a hold that is not decided in time', () => {
  test('goes on to all advisers, and to nobody else', async () => {
    const story = await aStory('REVIEW')
    await longAgo(story.storyId)
    await escalateOverdue(new Date())
    expect(problem(await approveRevision(story.editor, story))).toBe('At this paper an adviser decides this.')
    const known = await newsroomStory(story.writer, story.storyId)
    expect(known === null ? null : (await reviewOfStory(story.writer, known))?.hold).toMatchObject({ over: true })
    done(await approveRevision(await anActor('ADVISER'), story))
    expect(await db().story.findUniqueOrThrow({ where: { id: story.storyId }, select: { escalatedAt: true } })).toEqual({ escalatedAt: null })
  })
  test('goes to the editors where the paper says so; until then they cannot decide', async () => {
    await withPolicy({ escalation: 'EDITORS' })
    const story = await aStory('REVIEW')
    expect(problem(await approveRevision(story.editor, story))).toBe('At this paper an adviser decides this.')
    await longAgo(story.storyId)
    await escalateOverdue(new Date())
    done(await approveRevision(story.editor, story))
  })
  test('a change of the policy takes the right back that an old one gave', async () => {
    await withPolicy({ escalation: 'EDITORS' })
    const story = await aStory('REVIEW')
    await longAgo(story.storyId)
    await escalateOverdue(new Date())
    await withPolicy({ escalation: 'ADVISERS' })
    expect(problem(await approveRevision(story.editor, story))).toBe('At this paper an adviser decides this.')
  })
})

describe('an objection', () => {
  test('is made by an author, against a required change, and stays as it was written', async () => {
    const story = await aStory('REVIEW')
    done(await sendBack(story.adviser, required(story)))
    const id = await reviewId(story)
    expect(problem(await objectTo(await anActor('WRITER'), { reviewId: id, body: 'No.' }))).toBe('Only its authors, editors and advisers can do this to the story.')
    expect(problem(await objectTo(story.editor, { reviewId: id, body: 'No.' }))).not.toBeNull()
    done(await objectTo(story.writer, { reviewId: id, body: 'The name is public already.' }))
    const [objection] = await db().objection.findMany({ where: { reviewId: id }, select: { id: true } })
    await expect(db().objection.updateMany({ where: { id: objection?.id ?? '' }, data: { body: 'Never mind.' } })).rejects.toThrow()
    await expect(db().objection.deleteMany({ where: { id: objection?.id ?? '' } })).rejects.toThrow()
    expect(await eventsOf(story.storyId)).toContain('objection.made')
  })
  test('is answered once; lifting settles the note, and an editor cannot lift what an adviser required', async () => {
    const story = await aStory('REVIEW')
    done(await sendBack(story.adviser, required(story)))
    done(await objectTo(story.writer, { reviewId: await reviewId(story), body: 'The name is public already.' }))
    const { id: objectionId } = await db().objection.findFirstOrThrow({ where: { review: { storyId: story.storyId } }, select: { id: true } })
    const answer = { objectionId, lift: true, answer: 'You are right.' }
    expect(problem(await answerObjection(story.editor, answer))).toBe('An adviser required this; an adviser or admin answers.')
    expect(problem(await answerObjection(story.writer, answer))).not.toBeNull()
    done(await answerObjection(story.adviser, answer))
    expect(problem(await answerObjection(story.adviser, { ...answer, lift: false }))).toBe('This objection was answered already.')
    expect((await newsroomStory(story.writer, story.storyId))?.checks).toEqual([])
    await expect(db().objection.updateMany({ where: { id: objectionId }, data: { lifted: false } })).rejects.toThrow()
  })
  test('stands in the history of the story with its answer, and the required change with its reason', async () => {
    const story = await aStory('REVIEW')
    done(await sendBack(story.adviser, required(story)))
    done(await objectTo(story.writer, { reviewId: await reviewId(story), body: 'The name is public already.' }))
    const { id: objectionId } = await db().objection.findFirstOrThrow({ where: { review: { storyId: story.storyId } }, select: { id: true } })
    done(await answerObjection(story.adviser, { objectionId, lift: false, answer: 'Not to this age.' }))
    const history = await storyHistory(story.writer, story.storyId)
    const notes = history?.entries.flatMap(({ decisions, others }) => [...decisions, ...others]).map(({ kind, note }) => [kind, note])
    expect(notes).toEqual(expect.arrayContaining([
      ['story.sendBack', 'Take the name out.\nReason: It names a pupil.'],
      ['objection.made', 'The name is public already.'],
      ['objection.answered', 'Not to this age.'],
    ]))
  })
  test('to a suggestion there is none; one that nobody answers goes on', async () => {
    const story = await aStory('REVIEW')
    done(await sendBack(story.adviser, { ...required(story), request: 'SUGGESTION' }))
    const { id } = await db().review.findFirstOrThrow({ where: { storyId: story.storyId, request: 'SUGGESTION' }, select: { id: true } })
    expect(problem(await objectTo(story.writer, { reviewId: id, body: 'No.' }))).toContain('This was a suggestion')
    const other = await aStory('REVIEW')
    done(await sendBack(other.adviser, required(other)))
    done(await objectTo(other.writer, { reviewId: await reviewId(other), body: 'No.' }))
    const inTwoWeeks = new Date(Date.now() + 14 * 86_400_000)
    await escalateOverdue(inTwoWeeks)
    await escalateOverdue(inTwoWeeks)
    expect((await eventsOf(other.storyId)).filter((kind) => kind === 'objection.escalated')).toHaveLength(1)
  })
})

describe('the risk checklist', () => {
  const answers = riskAnswersSchema.parse(Object.fromEntries(RISKS.map(({ id }) => [id, { answer: 'yes', remark: '' }])))
  test('is required by a section, is of one revision, and holds up the approval but not the handing in', async () => {
    const story = await aStory('REVIEW')
    await db().section.update({ where: { id: story.content.sectionId ?? '' }, data: { needsRiskChecklist: true }, select: { id: true } })
    expect(problem(await approveRevision(story.adviser, story))).toBe('An editor or adviser must fill in the risk checklist for this version.')
    expect(problem(await fillRiskChecklist(story.writer, { ...story, answers }))).toBe('Your role does not include this.')
    done(await fillRiskChecklist(story.editor, { ...story, answers: { ...answers, libel: { answer: 'no', remark: 'Ask the district.' } } }))
    expect(problem(await approveRevision(story.adviser, story))).toBe('The risk checklist leaves open: Libel.')
    done(await fillRiskChecklist(story.editor, { ...story, answers }))
    const { changeDraft } = await import('../stories/save.ts')
    done(await changeDraft(story.editor, story.storyId, (content) => ({ ...content, deck: 'New.' })))
    const revisionId = await newestRevision(story.storyId)
    expect(problem(await approveRevision(story.adviser, { storyId: story.storyId, revisionId }))).toContain('must fill in the risk checklist')
    done(await fillRiskChecklist(story.adviser, { storyId: story.storyId, revisionId, answers }))
    done(await approveRevision(story.adviser, { storyId: story.storyId, revisionId }))
  })
})

describe('the settings', () => {
  test('are changed by an admin alone, and each change is recorded with what was before', async () => {
    for (const role of ['WRITER', 'EDITOR', 'ADVISER'] as const) {
      const actor = await anActor(role)
      expect(problem(await changeReviewSettings(actor, DEFAULTS))).toBe('Your role does not include this.')
      expect(await reviewSettings(actor)).toBeNull()
    }
    await withPolicy({ policy: 'OPEN_FORUM', holdHours: 20 })
    const event = await db().auditEvent.findFirstOrThrow({ where: { kind: 'paper.reviewPolicyChanged' }, orderBy: { id: 'desc' }, select: { data: true } })
    expect(event.data).toEqual({ reviewPolicy: { from: 'ADVISER_APPROVES', to: 'OPEN_FORUM' }, holdHours: { from: 14, to: 20 } })
  })
  test('name nobody who could not decide', async () => {
    const admin = await anActor('ADMIN')
    const editor = await anActor('EDITOR')
    expect(problem(await changeReviewSettings(admin, { ...DEFAULTS, escalation: 'PERSON', escalatePersonId: editor.userId }))).toBe('Choose an adviser or admin who can sign in.')
    done(await changeReviewSettings(admin, { ...DEFAULTS, escalation: 'PERSON', escalatePersonId: (await anActor('ADVISER')).userId }))
  })
})

import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ReviewPolicy } from '#domain/policy.ts'
import type { Actor } from '#domain/people.ts'
import { newAssignmentSchema } from '#domain/planning/new-assignment.ts'
import type { PitchInput } from '#domain/planning/pitch.ts'
import { requestDecisionSchema, requestFormSchema } from '#domain/takedown-policy.ts'
import type { StoryState } from '#domain/workflow.ts'
import { declineCorrection, proposeCorrection, publishCorrection } from '../corrections/commands.ts'
import { db, inTransaction } from '../db.ts'
import { runQueue } from '../jobs/schedule.ts'
import { unseal } from '../mail/seal.ts'
import { handOver } from '../ownership/hand-over.ts'
import { assign, unassign, volunteer } from '../planning/assignments.ts'
import { newAssignment } from '../planning/new-assignment.ts'
import { askForPhoto, deliverPhoto } from '../planning/photo-requests.ts'
import { acceptPitch, declinePitch, makePitch } from '../planning/pitches.ts'
import { decideRequest } from '../requests/decide.ts'
import { receiveRequest } from '../requests/receive.ts'
import { voteOnRequest } from '../requests/votes.ts'
import { commentOnRevision } from '../reviews/comments.ts'
import { escalateOverdue } from '../reviews/holds.ts'
import { answerObjection, objectTo } from '../reviews/objections.ts'
import { approveRevision, askWithdrawal, publishRevision, sendBack, sendOn, submitStory, withdrawStory } from '../stories/moves.ts'
import { addNote, answerNote } from '../stories/notes.ts'
import { saveDraft } from '../stories/save.ts'
import { scheduleStory, setEmbargo } from '../stories/timing/schedule.ts'
import { aStory, anActor, done, newestRevision, type TestStory } from '../testing/builders.ts'

/** Words that stand in notes, reasons and texts of this file, and in no mail. */
const CANARY = 'zanzibarquokka'

/** The people of a story, with somebody besides of each kind. */
type Cast = TestStory & { admin: Actor; other: Actor; second: Actor }
/** What is done, and who is told of what by it: "writer story.sentBack". */
type Case = { name: string; at: StoryState; policy?: ReviewPolicy; before?: (cast: Cast) => Promise<unknown>; act: (cast: Cast) => Promise<unknown>; told: string[] }

const decision = ({ storyId, revisionId }: TestStory) => ({ storyId, revisionId })
const required = (cast: TestStory) => ({ ...decision(cast), notes: CANARY, request: 'REQUIRED' as const, reason: CANARY })
const note = (cast: TestStory, change: object = {}) => ({ ...decision(cast), body: `${CANARY} @${cast.writer.name}`, blocking: false, anchor: null, mentions: [] as string[], ...change })
const PITCH: PitchInput = { title: 'A pitch', why: CANARY, sectionId: null, sources: '', hopedFor: null, pictures: '' }
const THE_DAY = { date: '2037-01-12', time: '15:00' }
const itIs = (at: string) => void (process.env.FP_TEST_CLOCK = String(new Date(at).getTime() - Date.now()))

async function requestOn({ storyId }: TestStory): Promise<string> {
  const { sectionSlug, slug } = await db().address.findFirstOrThrow({ where: { storyId, current: true }, select: { sectionSlug: true, slug: true } })
  const { reference } = done(await receiveRequest(requestFormSchema.parse({ story: `/${sectionSlug}/${slug}`, ground: 'MISTAKE', problem: CANARY, wish: CANARY, name: '', email: '' })))
  return (await db().readerRequest.findUniqueOrThrow({ where: { reference }, select: { id: true } })).id
}
const reviewOf = async ({ storyId }: TestStory) => (await db().review.findFirstOrThrow({ where: { storyId, request: 'REQUIRED' }, select: { id: true } })).id
const objectionOf = async (cast: TestStory) => (await db().objection.findFirstOrThrow({ where: { review: { storyId: cast.storyId } }, select: { id: true } })).id
const proposedOn = async ({ storyId }: TestStory) => (await db().correction.findFirstOrThrow({ where: { storyId }, select: { id: true } })).id
const photoOf = async ({ storyId }: TestStory) => (await db().photoRequest.findFirstOrThrow({ where: { storyId }, select: { id: true } })).id
const pitchBy = async (actor: Actor) => (await db().pitch.findFirstOrThrow({ where: { createdById: actor.userId }, select: { id: true, version: true } }))
const inTwoWeeks = () => new Date(Date.now() + 14 * 86_400_000)
const answered = async (actor: Actor) => { const { id, version } = await pitchBy(actor); return { pitchId: id, version, answer: CANARY } }
const propose = (cast: Cast) => proposeCorrection(cast.editor, { ...decision(cast), kind: 'CORRECTION', text: CANARY, replacesId: null })
const newStory = (cast: Cast) => newAssignmentSchema.parse({ title: 'The new gym', writerId: cast.writer.userId, photographerId: cast.other.userId, editorId: cast.second.userId, wanted: 'The floor' })

const nameForHolds = async ({ userId }: Actor) => { await db().paper.update({ where: { id: 1 }, data: { escalation: 'PERSON', escalatePersonId: userId }, select: { id: true } }) }
const makeAuthor = async ({ storyId }: TestStory, { userId }: Actor) => { await db().assignment.create({ data: { storyId, userId, part: 'WRITER', assignedById: userId }, select: { storyId: true } }) }

const CASES: Case[] = [
  { name: 'handed in', at: 'DRAFT', act: (cast) => submitStory(cast.writer, decision(cast)), told: ['editor story.handedIn', 'second story.handedIn'] },
  { name: 'handed in, where somebody is assigned to edit it', at: 'DRAFT', before: (cast) => assign(cast.editor, { storyId: cast.storyId, userId: cast.second.userId, part: 'EDITOR' }), act: (cast) => submitStory(cast.writer, decision(cast)), told: ['second story.handedIn'] },
  { name: 'sent on: to those who may decide, and no admin while an adviser is there', at: 'EDITING', act: (cast) => sendOn(cast.editor, decision(cast)), told: ['adviser story.review'] },
  { name: 'sent on, where the adviser is asked', at: 'EDITING', policy: 'ADVISER_CONSULTS', act: (cast) => sendOn(cast.editor, decision(cast)), told: ['adviser story.review'] },
  { name: 'sent on in an open forum', at: 'EDITING', policy: 'OPEN_FORUM', act: (cast) => sendOn(cast.editor, decision(cast)), told: ['adviser story.review', 'second story.review'] },
  { name: 'edited after the approval', at: 'APPROVED', act: (cast) => saveDraft(cast.editor, { storyId: cast.storyId, version: 1, content: { ...cast.content, deck: 'Another deck.' } }), told: ['adviser story.review'] },
  { name: 'sent back', at: 'REVIEW', act: (cast) => sendBack(cast.adviser, { ...required(cast), request: 'SUGGESTION' }), told: ['writer story.sentBack'] },
  { name: 'a required change', at: 'REVIEW', act: (cast) => sendBack(cast.adviser, required(cast)), told: ['writer story.changeRequired'] },
  { name: 'approved', at: 'REVIEW', act: (cast) => approveRevision(cast.adviser, decision(cast)), told: ['writer story.approved'] },
  { name: 'published', at: 'APPROVED', act: (cast) => publishRevision(cast.editor, decision(cast)), told: ['writer story.published'] },
  { name: 'withdrawn', at: 'LIVE', act: (cast) => withdrawStory(cast.adviser, { ...decision(cast), reason: CANARY }), told: ['writer story.withdrawn'] },
  { name: 'a withdrawal is asked for', at: 'LIVE', act: (cast) => askWithdrawal(cast.editor, { ...decision(cast), reason: CANARY }), told: ['adviser story.withdrawalAsked'] },
  { name: 'read and commented', at: 'REVIEW', act: (cast) => commentOnRevision(cast.adviser, { ...decision(cast), comment: CANARY }), told: ['writer story.commented'] },
  { name: 'read by an adviser who was asked: editors decide now', at: 'REVIEW', policy: 'ADVISER_CONSULTS', act: (cast) => commentOnRevision(cast.adviser, { ...decision(cast), comment: CANARY }), told: ['editor story.review', 'second story.review', 'writer story.commented'] },
  { name: 'held too long', at: 'REVIEW', act: () => escalateOverdue(inTwoWeeks()), told: ['admin review.holdOver', 'adviser review.holdOver'] },
  { name: 'held too long, where one person is named', at: 'REVIEW', before: (cast) => nameForHolds(cast.adviser), act: () => escalateOverdue(inTwoWeeks()), told: ['adviser review.holdOver'] },
  { name: 'held too long, where whoever is named may not decide: all others who may', at: 'REVIEW', before: async (cast) => { await nameForHolds(cast.adviser); return makeAuthor(cast, cast.adviser) }, act: () => escalateOverdue(inTwoWeeks()), told: ['admin review.holdOver'] },
  { name: 'held too long, where whoever is named has left', at: 'REVIEW', before: async (cast) => { await nameForHolds(cast.adviser); await db().user.update({ where: { id: cast.adviser.userId }, data: { deactivatedAt: new Date() } }) }, act: () => escalateOverdue(inTwoWeeks()), told: ['admin review.holdOver'] },
  { name: 'held too long by an adviser who was asked', at: 'REVIEW', policy: 'ADVISER_CONSULTS', act: () => escalateOverdue(inTwoWeeks()), told: ['editor review.holdOver', 'second review.holdOver'] },
  { name: 'an objection that nobody answers', at: 'REVIEW', before: async (cast) => { done(await sendBack(cast.adviser, required(cast))); return objectTo(cast.writer, { reviewId: await reviewOf(cast), body: CANARY }) }, act: () => escalateOverdue(inTwoWeeks()), told: ['admin objection.escalated', 'adviser objection.escalated'] },
  { name: 'an objection', at: 'REVIEW', before: (cast) => sendBack(cast.adviser, required(cast)), act: async (cast) => objectTo(cast.writer, { reviewId: await reviewOf(cast), body: CANARY }), told: ['adviser objection.made'] },
  { name: 'an answer to an objection', at: 'REVIEW', before: async (cast) => { done(await sendBack(cast.adviser, required(cast))); return objectTo(cast.writer, { reviewId: await reviewOf(cast), body: CANARY }) }, act: async (cast) => answerObjection(cast.adviser, { objectionId: await objectionOf(cast), lift: true, answer: CANARY }), told: ['writer objection.answered'] },
  { name: 'a note', at: 'DRAFT', act: (cast) => addNote(cast.other, note(cast)), told: ['writer note.added'] },
  { name: 'a note that calls somebody, who is told of nothing besides', at: 'DRAFT', act: (cast) => addNote(cast.editor, note(cast, { mentions: [cast.writer.userId] })), told: ['writer note.mention'] },
  { name: 'a note that must be settled', at: 'DRAFT', act: (cast) => addNote(cast.editor, note(cast, { blocking: true, mentions: [cast.writer.userId] })), told: ['writer note.blocking'] },
  { name: 'an answer to a note', at: 'DRAFT', before: (cast) => addNote(cast.editor, note(cast)), act: async (cast) => answerNote(cast.writer, { noteId: (await db().note.findFirstOrThrow({ where: { storyId: cast.storyId }, select: { id: true } })).id, body: CANARY, mentions: [] }), told: ['editor note.answered'] },
  { name: 'somebody is assigned', at: 'DRAFT', act: (cast) => assign(cast.editor, { storyId: cast.storyId, userId: cast.other.userId, part: 'PHOTOGRAPHER' }), told: ['other assignment.made'] },
  { name: 'somebody is taken off', at: 'DRAFT', before: (cast) => assign(cast.editor, { storyId: cast.storyId, userId: cast.other.userId, part: 'PHOTOGRAPHER' }), act: (cast) => unassign(cast.editor, { storyId: cast.storyId, userId: cast.other.userId, part: 'PHOTOGRAPHER' }), told: ['other assignment.ended'] },
  { name: 'somebody takes a part', at: 'DRAFT', act: (cast) => volunteer(cast.other, { storyId: cast.storyId, part: 'PHOTOGRAPHER' }), told: ['writer assignment.taken'] },
  { name: 'a story is asked for: each is told once', at: 'DRAFT', act: (cast) => newAssignment(cast.editor, newStory(cast)), told: ['other assignment.made', 'second assignment.made', 'writer assignment.made'] },
  { name: 'a picture is asked for', at: 'DRAFT', act: (cast) => askForPhoto(cast.editor, { storyId: cast.storyId, wanted: CANARY, photographerId: cast.other.userId, due: null }), told: ['other photo.asked'] },
  { name: 'a picture is delivered', at: 'DRAFT', before: (cast) => askForPhoto(cast.editor, { storyId: cast.storyId, wanted: CANARY, photographerId: cast.other.userId, due: null }), act: async (cast) => deliverPhoto(cast.other, { requestId: await photoOf(cast), assetId: (await db().mediaAsset.create({ data: { originalKey: randomUUID(), fileName: 'x.jpg', width: 3, height: 2, bytes: 1, uploadedById: cast.other.userId }, select: { id: true } })).id }), told: ['editor photo.delivered', 'writer photo.delivered'] },
  { name: 'a pitch', at: 'DRAFT', act: (cast) => makePitch(cast.writer, PITCH), told: ['editor pitch.made', 'second pitch.made'] },
  { name: 'a pitch is declined', at: 'DRAFT', before: (cast) => makePitch(cast.writer, PITCH), act: async (cast) => declinePitch(cast.editor, await answered(cast.writer)), told: ['writer pitch.answered'] },
  { name: 'a pitch is accepted: the pitcher is told once', at: 'DRAFT', before: (cast) => makePitch(cast.writer, PITCH), act: async (cast) => acceptPitch(cast.editor, await answered(cast.writer)), told: ['writer pitch.answered'] },
  { name: 'a request from a reader', at: 'LIVE', act: requestOn, told: ['adviser request.received', 'editor request.received', 'second request.received'] },
  { name: 'a request is decided', at: 'LIVE', before: async (cast) => voteOnRequest(cast.editor, { requestId: await requestOn(cast), outcome: 'KEEP', remark: CANARY }), act: async (cast) => decideRequest(cast.adviser, requestDecisionSchema.parse({ requestId: (await db().readerRequest.findFirstOrThrow({ where: { storyId: cast.storyId }, select: { id: true } })).id, revisionId: cast.revisionId, outcome: 'KEEP', reason: CANARY })), told: ['editor request.decided'] },
  { name: 'a note for readers is proposed', at: 'LIVE', act: propose, told: ['adviser correction.proposed'] },
  { name: 'a note for readers is published', at: 'LIVE', before: propose, act: async (cast) => publishCorrection(cast.adviser, { correctionId: await proposedOn(cast) }), told: ['editor story.corrected', 'writer story.corrected'] },
  { name: 'a note for readers is declined', at: 'LIVE', before: propose, act: async (cast) => declineCorrection(cast.adviser, { correctionId: await proposedOn(cast), reason: CANARY }), told: ['editor correction.declined'] },
  { name: 'handed over', at: 'DRAFT', act: (cast) => inTransaction((tx) => handOver(tx, null, { storyId: cast.storyId, fromId: cast.writer.userId, toId: cast.editor.userId, why: 'absent' })), told: ['editor story.handedOver'] },
  { name: 'published at its minute: the planner too', at: 'APPROVED', before: async (cast) => { itIs('2037-01-12T18:00:00Z'); return scheduleStory(cast.editor, { ...decision(cast), ...THE_DAY }) }, act: async () => { itIs('2037-01-12T23:00:30Z'); await runQueue() }, told: ['editor story.published', 'writer story.published'] },
  { name: 'not published at its minute', at: 'APPROVED', before: async (cast) => { itIs('2037-01-12T18:00:00Z'); done(await scheduleStory(cast.adviser, { ...decision(cast), ...THE_DAY })); return addNote(cast.editor, note(cast, { blocking: true })) }, act: async () => { itIs('2037-01-12T23:00:30Z'); await runQueue() }, told: ['adviser schedule.failed', 'editor schedule.failed', 'second schedule.failed'] },
  { name: 'a plan that an embargo cancels', at: 'APPROVED', before: async (cast) => { itIs('2037-01-12T18:00:00Z'); return scheduleStory(cast.editor, { ...decision(cast), ...THE_DAY }) }, act: (cast) => setEmbargo(cast.adviser, { storyId: cast.storyId, date: '2037-01-20', time: '08:00' }), told: ['editor schedule.cancelled'] },
]

async function castAt(state: StoryState): Promise<Cast> {
  const [admin, other, second, story] = [await anActor('ADMIN'), await anActor('WRITER'), await anActor('EDITOR'), await aStory(state, { body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `The bell rang. ${CANARY}` }] }] }, deck: CANARY })]
  return { ...story, admin, other, second }
}

async function toldIn(cast: Cast): Promise<string[]> {
  const names = new Map(Object.entries({ admin: cast.admin, adviser: cast.adviser, editor: cast.editor, second: cast.second, writer: cast.writer, other: cast.other }).map(([name, { userId }]) => [userId, name]))
  const rows = await db().notification.findMany({ select: { userId: true, kind: true } })
  return rows.map(({ userId, kind }) => `${names.get(userId) ?? 'a stranger'} ${kind}`).toSorted()
}

beforeAll(() => {
  process.env.FP_MAIL_CATCH_ALL = '1'
})
beforeEach(async () => {
  // Those of former tests have left.
  await db().user.updateMany({ data: { deactivatedAt: new Date() } })
  await db().story.updateMany({ where: { state: { in: ['REVIEW', 'APPROVED'] } }, data: { state: 'DRAFT' } })
})
afterEach(() => void (process.env.FP_TEST_CLOCK = '0'))

describe('who is told of what', () => {
  test.each(CASES)('$name', async ({ at, policy = 'ADVISER_APPROVES', before, act, told }) => {
    const cast = await castAt(at)
    await db().paper.update({ where: { id: 1 }, data: { reviewPolicy: policy, escalation: 'ADVISERS', escalatePersonId: null }, select: { id: true } })
    const passed = (result: unknown) => expect(result === undefined || typeof result !== 'object' || result === null || !('ok' in result) || result.ok, JSON.stringify(result)).toBe(true)
    passed(await before?.(cast))
    await db().notification.deleteMany()
    passed(await act(cast))
    expect(await toldIn(cast)).toEqual(told)
  })

  test('no mail of all these holds a word of a draft, a note, a reason or a request', async () => {
    const mails = await db().outgoingMail.findMany({ where: { kind: 'notification' }, select: { id: true, sealed: true } })
    const letters = mails.map(({ id, sealed }) => unseal(id, sealed))
    expect(letters.length).toBeGreaterThan(20)
    for (const letter of letters) {
      expect(letter?.text).toContain('http://localhost:3000/newsroom/notifications/')
      expect(`${letter?.subject}${letter?.text}`).not.toContain(CANARY)
    }
  })
})

test('what is undone was told to nobody', async () => {
  const cast = await castAt('REVIEW')
  await db().notification.deleteMany()
  expect((await sendBack(cast.editor, required(cast))).ok).toBe(false)
  await expect(inTransaction(async (tx) => (await handOver(tx, null, { storyId: cast.storyId, fromId: cast.writer.userId, toId: cast.editor.userId, why: 'absent' }), Promise.reject(new Error('undone'))))).rejects.toThrow('undone')
  expect(await toldIn(cast)).toEqual([])
  expect(await newestRevision(cast.storyId)).toBe(cast.revisionId)
})

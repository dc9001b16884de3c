import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { db } from '../db.ts'
import { anActor, done } from '../testing/builders.ts'
import { unseal } from '../mail/seal.ts'
import { letterToPitch, letterToStory } from './becomes.ts'
import { assignLetter, closeLetter, replyToLetter } from './commands.ts'
import { eraseWriters } from './erase.ts'
import { letterPage, letterQueue, newLetters } from './queries.ts'
import { receiveLetter, receiveTip } from './receive.ts'

const problemOf = (result: { ok: boolean; problems?: { message: string }[] }) => (result.ok ? null : (result.problems?.[0]?.message ?? null))
let editor: Actor
let writer: Actor

beforeEach(async () => {
  process.env.FP_MAIL_CATCH_ALL = '1'
  await db().readerLetter.deleteMany()
  ;[editor, writer] = [await anActor('EDITOR'), await anActor('WRITER')]
})

async function aLetter(): Promise<string> {
  await receiveLetter({ name: 'Rosa Lind', email: 'rosa@readers.test', text: 'Dear editors,\n\nthe clock is late.', consent: '1' })
  return (await db().readerLetter.findFirstOrThrow({ where: { kind: 'LETTER' }, orderBy: { createdAt: 'desc' }, select: { id: true } })).id
}
async function aTip(): Promise<string> {
  await receiveTip({ email: null, text: 'Look into the budget.' })
  return (await db().readerLetter.findFirstOrThrow({ where: { kind: 'TIP' }, select: { id: true } })).id
}

test('the queue: new, given to somebody, closed with a reason; each step on record', async () => {
  const [letter, tip] = [await aLetter(), await aTip()]
  expect(await newLetters(editor)).toBe(2)
  done(await assignLetter(editor, { letterId: letter, userId: editor.userId }))
  expect(await newLetters(editor)).toBe(1)
  expect(problemOf(await assignLetter(editor, { letterId: letter, userId: writer.userId }))).toBe('Only editors and advisers handle letters and tips.')
  done(await closeLetter(editor, { letterId: tip, state: 'DECLINED', reason: 'We cannot check it.' }))
  expect(problemOf(await closeLetter(editor, { letterId: tip, state: 'DONE', reason: '' }))).toMatch(/^This is closed already/)
  const queue = await letterQueue(editor, null)
  expect(queue?.open).toMatchObject([{ id: letter, state: 'TAKEN', takenBy: editor.name, start: 'Dear editors, the clock is late.' }])
  expect(queue?.closed).toMatchObject([{ id: tip, state: 'DECLINED' }])
  expect((await db().auditEvent.findMany({ where: { subjectId: { in: [letter, tip] } }, orderBy: { id: 'asc' }, select: { kind: true } })).map(({ kind }) => kind)).toEqual(['letter.received', 'letter.assigned', 'letter.closed'])
})

test('a reply is one mail to whoever wrote, whose address lies open nowhere', async () => {
  const letter = await aLetter()
  expect(JSON.stringify(await db().readerLetter.findMany())).not.toContain('readers.test')
  done(await replyToLetter(editor, { letterId: letter, reply: 'We print it on Friday.' }))
  const [mail] = await db().outgoingMail.findMany({ where: { kind: 'letterReply' } })
  expect(unseal(mail?.id ?? '', mail?.sealed ?? null)).toMatchObject({ to: 'rosa@readers.test', subject: 'Your letter to Test Paper', text: expect.stringContaining('We print it on Friday.') })
  expect(problemOf(await replyToLetter(editor, { letterId: letter, reply: 'Again.' }))).toMatch(/^Somebody replied already/)
  expect(problemOf(await replyToLetter(editor, { letterId: await aTip(), reply: 'Who are you?' }))).toBe('No address was left, or it is erased.')
  expect((await letterPage(editor, letter))?.reply?.text).toBe('We print it on Friday.')
})

test('a letter becomes a draft signed by its writer as a contributor, once; a tip becomes a pitch that names nobody', async () => {
  const [letter, tip] = [await aLetter(), await aTip()]
  const { storyId } = done(await letterToStory(editor, { letterId: letter }))
  const story = await db().story.findUniqueOrThrow({ where: { id: storyId }, select: { state: true, workingRevision: { select: { headline: true, body: true, bylines: { select: { staffId: true, name: true, credit: true } } } } } })
  expect(story).toMatchObject({ state: 'DRAFT', workingRevision: { headline: 'Letter to the editor', bylines: [{ staffId: null, name: 'Rosa Lind', credit: 'Contributor' }] } })
  expect(JSON.stringify(story.workingRevision?.body)).toContain('the clock is late.')
  expect(problemOf(await letterToStory(editor, { letterId: letter }))).toBe('There is a story of this letter already.')
  expect(problemOf(await letterToStory(editor, { letterId: tip }))).toBe('Whoever wrote this did not agree to its publication.')
  const { pitchId } = done(await letterToPitch(editor, { letterId: tip, title: 'The budget' }))
  expect(await db().pitch.findUnique({ where: { id: pitchId }, select: { title: true, why: true, createdById: true } })).toEqual({ title: 'The budget', why: 'Look into the budget.', createdById: editor.userId })
  expect((await letterToPitch(editor, { letterId: tip, title: 'Again' })).ok).toBe(false)
})

test('who wrote is erased in time, closed or forgotten, and then no letter can be made a story', async () => {
  const [closed, open] = [await aLetter(), await aLetter()]
  done(await closeLetter(editor, { letterId: closed, state: 'DONE', reason: '' }))
  const days = (count: number) => new Date(Date.now() + count * 86_400_000)
  expect([await eraseWriters(days(89)), await eraseWriters(days(91)), await eraseWriters(days(92))]).toEqual([0, 1, 0])
  expect(await db().readerLetter.findUnique({ where: { id: closed }, select: { name: true, sealedContact: true } })).toEqual({ name: '', sealedContact: null })
  expect(await letterPage(editor, closed)).toMatchObject({ erased: true, email: null })
  expect(await eraseWriters(days(366))).toBe(1)
  expect(problemOf(await letterToStory(editor, { letterId: open }))).toBe('Whoever wrote this did not agree to its publication.')
})

test('a writer has no part in it', async () => {
  const letterId = await aLetter()
  expect([await letterQueue(writer, null), await letterPage(writer, letterId), await newLetters(writer)]).toEqual([null, null, 0])
  for (const result of [await assignLetter(writer, { letterId, userId: editor.userId }), await closeLetter(writer, { letterId, state: 'DONE', reason: '' }), await replyToLetter(writer, { letterId, reply: 'Hm.' }), await letterToStory(writer, { letterId }), await letterToPitch(writer, { letterId, title: 'x' })]) {
    expect(problemOf(result)).toBe('Your role does not include this.')
  }
  expect(await letterPage(editor, 'not an id')).toBeNull()
})

test('a tip keeps the day at school, which in the evening is not yet that of UTC, and nothing nearer', async () => {
  await db().paper.updateMany({ data: { timeZone: 'America/Los_Angeles' } })
  process.env.FP_TEST_CLOCK = String(new Date('2026-12-01T02:30:00Z').getTime() - Date.now())
  try {
    const tip = await aTip()
    expect((await db().readerLetter.findUniqueOrThrow({ where: { id: tip }, select: { createdAt: true } })).createdAt.toISOString()).toBe('2026-11-30T00:00:00.000Z')
  } finally {
    process.env.FP_TEST_CLOCK = '0'
  }
})

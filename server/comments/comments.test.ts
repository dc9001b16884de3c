import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { db } from '../db.ts'
import { unseal } from '../mail/seal.ts'
import { addOptOut } from '../opt-out/commands.ts'
import { tags } from '../stories/cache.ts'
import { withdrawStory } from '../stories/moves.ts'
import { aStory, anActor, done, type TestStory } from '../testing/builders.ts'
import { approveComment, changeCommentSettings, closeComments, declineComment, openComments, removeComment } from './commands.ts'
import { eraseCommenters } from './erase.ts'
import { commentDesk, commentSettings, waitingComments } from './queries.ts'
import { readComments } from './reader-list.ts'
import { receiveComment } from './receive.ts'

const problemOf = (result: { ok: boolean; problems?: { message: string }[] }) => (result.ok ? null : (result.problems?.[0]?.message ?? null))
const addressOf = (story: TestStory) => db().address.findFirstOrThrow({ where: { storyId: story.storyId, current: true }, select: { sectionSlug: true, slug: true } })
const pathOf = async (story: TestStory) => Object.values(await addressOf(story)).reduce((path, part) => `${path}/${part}`, '')
const seen = async (story: TestStory, after: string | null = null) => (await readComments(await addressOf(story), after)).view
let editor: Actor
let admin: Actor

beforeEach(async () => {
  process.env.FP_MAIL_CATCH_ALL = '1'
  await db().readerComment.deleteMany()
  ;[editor, admin] = [await anActor('EDITOR'), await anActor('ADMIN')]
  done(await changeCommentSettings(admin, { open: true, blockedWords: 'dolt' }))
})

async function aComment(story: TestStory, change: { name?: string; email?: string | null; text?: string } = {}): Promise<string> {
  expect(await receiveComment(await pathOf(story), { name: 'Rosa', email: 'rosa@readers.test', text: 'Well said.', ...change })).toBe(true)
  return (await db().readerComment.findFirstOrThrow({ where: { storyId: story.storyId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], select: { id: true } })).id
}

describe('a comment', () => {
  test('is seen by no reader before it was let through, and by none after it was taken off; each step on record', async () => {
    const story = await aStory('LIVE')
    const commentId = await aComment(story)
    expect(await seen(story)).toEqual({ comments: [], next: null, takes: true })
    expect(await waitingComments(editor)).toBe(1)
    expect(done(await approveComment(editor, { commentId })).tags).toEqual([tags.comments(story.storyId)])
    expect((await seen(story))?.comments).toEqual([{ id: commentId, name: 'Rosa', text: 'Well said.', at: expect.any(String) }])
    expect(problemOf(await declineComment(editor, { commentId, reason: 'No.' }))).toMatch(/^Somebody decided on this comment meanwhile/)
    expect(done(await removeComment(editor, { commentId, reason: 'It was about somebody else.' })).tags).toEqual([tags.comments(story.storyId)])
    expect((await seen(story))?.comments).toEqual([])
    expect((await db().auditEvent.findMany({ where: { subjectId: commentId }, orderBy: { id: 'asc' }, select: { kind: true } })).map(({ kind }) => kind)).toEqual(['comment.received', 'comment.approved', 'comment.removed'])
  })

  test('keeps its address sealed, shows it to nobody, and mails the reason there when it is declined', async () => {
    const story = await aStory('LIVE')
    const commentId = await aComment(story)
    expect(JSON.stringify([await db().readerComment.findMany(), await commentDesk(editor, { shown: false, after: null })])).not.toContain('readers.test')
    done(await declineComment(editor, { commentId, reason: 'It names a student.' }))
    const [mail] = await db().outgoingMail.findMany({ where: { kind: 'commentDeclined' } })
    expect(unseal(mail?.id ?? '', mail?.sealed ?? null)).toMatchObject({ to: 'rosa@readers.test', text: expect.stringContaining('It names a student.') })
    const later = new Date(Date.now() + 91 * 86_400_000)
    expect([await eraseCommenters(new Date()), await eraseCommenters(later), await eraseCommenters(later)]).toEqual([0, 1, 0])
    expect(await db().readerComment.findUnique({ where: { id: commentId }, select: { name: true, text: true, sealedContact: true } })).toEqual({ name: '', text: '', sealedContact: null })
  })

  test('is marked where it has a blocked word, and held where it names somebody of the opt-out list', async () => {
    const story = await aStory('LIVE')
    const adviser = await anActor('ADVISER')
    done(await addOptOut(adviser, { name: 'Quentin Marsh', otherNames: [], reason: '' }))
    const [rude, naming] = [await aComment(story, { text: 'What a DOLT.' }), await aComment(story, { text: 'Quentin Marsh did it.' })]
    const desk = await commentDesk(editor, { shown: false, after: null })
    expect(desk?.lines.map(({ id, named, blocked }) => [id, named, blocked])).toEqual([[rude, [], ['dolt']], [naming, ['Quentin Marsh'], []]])
    expect(problemOf(await approveComment(adviser, { commentId: naming }))).toBe('A name on the opt-out list is in it (“Quentin Marsh”): decline it.')
    done(await approveComment(editor, { commentId: rude }))
  })
})

describe('where comments are taken', () => {
  test('nowhere while they are switched off, not on a story that is closed, nor on one that readers do not see', async () => {
    const [story, draft] = [await aStory('LIVE'), await aStory('DRAFT')]
    const path = await pathOf(story)
    const form = { name: 'Rosa', email: null, text: 'Well said.' }
    const commentId = await aComment(story)
    done(await approveComment(editor, { commentId }))
    done(await closeComments(editor, { storyId: story.storyId }))
    expect([await receiveComment(path, form), (await seen(story))?.takes, (await seen(story))?.comments.length]).toEqual([false, false, 1])
    done(await openComments(editor, { storyId: story.storyId }))
    expect([await receiveComment(path, form), await receiveComment('/news/no-such-story', form), await receiveComment(`/news/${draft.storyId}`, form)]).toEqual([true, false, false])
    done(await changeCommentSettings(admin, { open: false, blockedWords: '' }))
    expect([await receiveComment(path, form), await seen(story)]).toEqual([false, null])
    done(await changeCommentSettings(admin, { open: true, blockedWords: '' }))
    done(await withdrawStory(story.adviser, { storyId: story.storyId, revisionId: story.revisionId, reason: 'A test.' }))
    expect([await receiveComment(path, form), await seen(story), await waitingComments(editor)]).toEqual([false, null, 0])
  })

  test('oldest first, page by page', async () => {
    const story = await aStory('LIVE')
    const at = (number: number) => new Date(Date.UTC(2026, 10, 1, 0, 0, Math.floor(number / 2)))
    await db().readerComment.createMany({ data: Array.from({ length: 30 }, (_, number) => ({ storyId: story.storyId, name: 'Rosa', text: `${number}`, createdAt: at(number), state: 'APPROVED' as const, decidedAt: at(number), decidedById: editor.userId })) })
    const first = await seen(story)
    const second = await seen(story, first?.next ?? null)
    const texts = [...(first?.comments ?? []), ...(second?.comments ?? [])].map(({ text }) => Number(text))
    expect([first?.comments.length, second?.comments.length, second?.next, new Set(texts).size, Math.floor((texts[0] ?? 9) / 2)]).toEqual([25, 5, null, 30, 0])
    expect(await seen(story, '0199a000-0000-7000-8000-000000000001')).toBeNull()
  })
})

test('a writer moderates nothing, and an editor does not switch comments on', async () => {
  const story = await aStory('LIVE')
  const commentId = await aComment(story)
  const writer = await anActor('WRITER')
  expect([await commentDesk(writer, { shown: false, after: null }), await waitingComments(writer), await commentSettings(editor)]).toEqual([null, 0, null])
  for (const result of [await approveComment(writer, { commentId }), await declineComment(writer, { commentId, reason: 'No.' }), await closeComments(writer, { storyId: story.storyId }), await openComments(writer, { storyId: story.storyId }), await changeCommentSettings(editor, { open: false, blockedWords: '' })]) {
    expect(problemOf(result)).toBe('Your role does not include this.')
  }
  expect(await commentSettings(admin)).toEqual({ open: true, blockedWords: 'dolt' })
})

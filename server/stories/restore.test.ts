import { describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { aStory, done, newestRevision, type TestStory } from '../testing/builders.ts'
import { comparedRevisions, storyHistory } from './history.ts'
import { approveRevision, publishRevision, sendBack, submitStory } from './moves.ts'
import { addNote } from './notes.ts'
import { restoreRevision } from './restore.ts'
import { saveDraft } from './save.ts'
import { contentIn, findSharedDraft, openSharedDraft } from './shared-draft.ts'

const problems = (result: { ok: true } | { ok: false; problems: { message: string }[] }) => (result.ok ? '' : result.problems.map(({ message }) => message).join(' '))
const standing = (storyId: string) => db().story.findUniqueOrThrow({ where: { id: storyId }, select: { state: true, version: true, liveRevisionId: true, workingRevisionId: true } })
const revisionsOf = (storyId: string) => db().revision.findMany({ where: { storyId }, orderBy: { number: 'asc' }, select: { id: true, number: true, deck: true, body: true, createdById: true } })
const saved = async (story: TestStory, deck: string, actor = story.editor) => {
  const { version } = await standing(story.storyId)
  return done(await saveDraft(actor, { storyId: story.storyId, version, content: { ...story.content, deck } }))
}

describe('restoring a revision', () => {
  test('makes what it said the working copy, as a new revision, and leaves every other as it was', async () => {
    const story = await aStory('EDITING')
    await saved(story, 'Second.')
    const before = await revisionsOf(story.storyId)
    const restored = done(await restoreRevision(story.editor, { storyId: story.storyId, revisionId: story.revisionId }))
    const after = await revisionsOf(story.storyId)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.map(({ deck }) => deck)).toEqual([story.content.deck, 'Second.', story.content.deck])
    expect(restored).toMatchObject({ state: 'EDITING', number: 1 })
    expect((await standing(story.storyId)).workingRevisionId).toBe(after.at(-1)?.id)
    const [event] = await db().auditEvent.findMany({ where: { storyId: story.storyId, kind: 'story.restored' }, select: { actorId: true, revisionId: true, subjectId: true, data: true } })
    expect(event).toEqual({ actorId: story.editor.userId, revisionId: after.at(-1)?.id, subjectId: story.revisionId, data: { from: 1 } })
  })

  test('reaches the document that open editors share', async () => {
    const story = await aStory('EDITING')
    await openSharedDraft(story.storyId)
    await saved(story, 'Second.')
    done(await restoreRevision(story.editor, { storyId: story.storyId, revisionId: story.revisionId }))
    const shared = await findSharedDraft(db(), story.storyId)
    expect(shared === null ? null : contentIn(shared)).toEqual(story.content)
  })

  test('of another story, of nothing, of the newest, or of the same words is refused, and nothing is written', async () => {
    const [story, other] = [await aStory('EDITING'), await aStory('EDITING')]
    const refused = async (revisionId: string) => problems(await restoreRevision(story.editor, { storyId: story.storyId, revisionId }))
    expect(await refused(other.revisionId)).toBe('There is no such revision of this story.')
    expect(await refused(crypto.randomUUID())).toBe('There is no such revision of this story.')
    expect(await refused(story.revisionId)).toBe('This is the newest revision already.')
    await saved(story, 'Second.')
    done(await submitSame(story))
    const first = await revisionsOf(story.storyId)
    await saved(story, story.content.deck)
    const count = (await revisionsOf(story.storyId)).length
    expect(await refused(story.revisionId)).toBe('The story says exactly this already.')
    expect(await revisionsOf(story.storyId)).toHaveLength(count)
    expect(first).toHaveLength(2)
    expect(await db().auditEvent.count({ where: { storyId: story.storyId, kind: 'story.restored' } })).toBe(0)
  })

  test('is for whoever may edit the story', async () => {
    const story = await aStory('EDITING')
    await saved(story, 'Second.')
    expect(problems(await restoreRevision(story.writer, { storyId: story.storyId, revisionId: story.revisionId }))).toMatch(/Ask an editor/)
  })

  test('takes an approved story back to review and leaves readers of a live one what they see', async () => {
    const story = await aStory('APPROVED')
    await saved(story, 'Changed.')
    const { storyId } = story
    const decision = { storyId, revisionId: await newestRevision(storyId) }
    done(await approveRevision(story.adviser, decision))
    expect(done(await restoreRevision(story.editor, { storyId, revisionId: story.revisionId })).state).toBe('REVIEW')
    expect(problems(await publishRevision(story.editor, decision))).not.toBe('')
    const live = await aStory('LIVE')
    await saved(live, 'Newer.')
    done(await restoreRevision(live.editor, { storyId: live.storyId, revisionId: live.revisionId }))
    expect(await standing(live.storyId)).toMatchObject({ state: 'DRAFT', liveRevisionId: live.revisionId })
  })

  test('is refused while the editors hold text that no revision has', async () => {
    const story = await aStory('EDITING')
    await saved(story, 'Second.')
    await openSharedDraft(story.storyId)
    await db().sharedDraft.update({ where: { storyId: story.storyId }, data: { problem: 'Keep the headline under 200 characters.' }, select: { version: true } })
    expect(problems(await restoreRevision(story.editor, { storyId: story.storyId, revisionId: story.revisionId }))).toMatch(/would be lost.*Keep the headline/)
    expect(await revisionsOf(story.storyId)).toHaveLength(2)
  })

  test('a withdrawn story stays as it is', async () => {
    const story = await aStory('LIVE')
    await saved(story, 'Newer.')
    await db().story.update({ where: { id: story.storyId }, data: { state: 'WITHDRAWN', liveRevisionId: null, withdrawnAt: new Date(), withdrawnReason: 'Test.' }, select: { id: true } })
    expect(problems(await restoreRevision(story.editor, { storyId: story.storyId, revisionId: story.revisionId }))).toMatch(/withdrawn/i)
  })
})

/** A decision on the newest revision, so that the next save cuts another. */
async function submitSame(story: TestStory) {
  return sendBack(story.editor, { storyId: story.storyId, revisionId: await newestRevision(story.storyId), notes: 'Say more.', request: 'SUGGESTION', reason: '' })
}

describe('the history', () => {
  test('tells who wrote each revision, why it was begun, and what was decided on it', async () => {
    const story = await aStory('DRAFT')
    done(await submitStory(story.writer, story))
    await saved(story, 'Second.')
    done(await addNote(story.adviser, { storyId: story.storyId, revisionId: story.revisionId, body: 'Good start.', blocking: false, anchor: null, mentions: [] }))
    done(await submitSame(story))
    await saved(story, 'Third.', story.writer)
    done(await restoreRevision(story.writer, { storyId: story.storyId, revisionId: story.revisionId }))
    const history = await storyHistory(story.writer, story.storyId)
    expect(history?.entries.map(({ revision, why }) => [revision.number, revision.by, why])).toEqual([
      [4, story.writer.name, 'Restored from revision 1'],
      [3, story.writer.name, 'First edit after it was sent back'],
      [2, story.editor.name, 'First edit after it was handed in'],
      [1, story.writer.name, 'The story was started'],
    ])
    const second = history?.entries[2]
    expect(second?.decisions).toMatchObject([{ kind: 'story.sendBack', note: 'Say more.', who: story.editor.name }])
    expect(second?.others).toMatchObject([{ kind: 'note.added', who: story.adviser.name }])
  })

  test('compares any two revisions of one story, and never those of another', async () => {
    const [story, other] = [await aStory('EDITING'), await aStory('EDITING')]
    await saved(story, 'Second.')
    await saved(other, 'Elsewhere.')
    const compared = await comparedRevisions(story.writer, story.storyId, { from: 1, to: 2 })
    expect(compared?.changes.map(({ label }) => label)).toEqual(['Deck'])
    expect((await comparedRevisions(story.writer, story.storyId, { from: 2, to: 1 }))?.changes).toHaveLength(1)
    expect(await comparedRevisions(story.writer, story.storyId, { from: 1, to: 9 })).toBeNull()
    expect(await comparedRevisions(story.writer, crypto.randomUUID(), { from: 1, to: 2 })).toBeNull()
    expect(await storyHistory(story.writer, 'nonsense')).toBeNull()
  })
})

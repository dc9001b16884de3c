import { describe, expect, test } from 'vitest'
import type { NewNote } from '#domain/notes.ts'
import { db } from '../db.ts'
import { anActor, aStory, done, newestRevision, type TestStory } from '../testing/builders.ts'
import { waitingFor } from './waiting.ts'
import { peopleToMention, seeMentions, waitingMentions } from './mentions.ts'
import { approveRevision, sendBack } from './moves.ts'
import { addNote, answerNote, reopenNote, resolveNote } from './notes.ts'
import { newsroomStory } from './queries.ts'

const problems = (result: { ok: true } | { ok: false; problems: { message: string }[] }) => (result.ok ? '' : result.problems.map(({ message }) => message).join(' '))
const kinds = async (storyId: string) => (await db().auditEvent.findMany({ where: { storyId }, orderBy: { id: 'asc' }, select: { kind: true } })).map(({ kind }) => kind)
const noteKinds = async (storyId: string) => (await kinds(storyId)).filter((kind) => kind.startsWith('note.'))
const aNote = (story: TestStory, change: Partial<NewNote> = {}): NewNote => ({
  storyId: story.storyId, revisionId: story.revisionId, body: 'Who said this?', blocking: false, anchor: null, mentions: [], ...change,
})
const anchor = { field: 'body' as const, exact: 'The bell rang', prefix: '', suffix: ' at noon.' }
const openNotes = async (story: TestStory) => (await newsroomStory(story.writer, story.storyId))?.notes ?? []

describe('a note', () => {
  test('never changes a revision, nor what a decision names, whatever state the story is in', async () => {
    for (const state of ['DRAFT', 'EDITING', 'REVIEW', 'APPROVED', 'LIVE'] as const) {
      const story = await aStory(state)
      const picture = () => Promise.all([
        db().story.findUniqueOrThrow({ where: { id: story.storyId }, select: { state: true, version: true, workingRevisionId: true, liveRevisionId: true, stateSince: true } }),
        db().revision.findMany({ where: { storyId: story.storyId }, select: { id: true, number: true, body: true, headline: true, savedAt: true, frozenAt: true, createdById: true } }),
        db().revisionContributor.count({ where: { revision: { storyId: story.storyId } } }),
      ])
      const before = await picture()
      const { noteId } = done(await addNote(story.editor, aNote(story, { anchor, blocking: true })))
      done(await answerNote(story.writer, { noteId, body: 'The principal did.', mentions: [] }))
      done(await resolveNote(story.editor, { noteId }))
      done(await reopenNote(story.adviser, { noteId }))
      done(await resolveNote(story.editor, { noteId }))
      expect(await picture()).toEqual(before)
      expect(await noteKinds(story.storyId)).toEqual(['note.added', 'note.answered', 'note.resolved', 'note.reopened', 'note.resolved'])
    }
  })

  test('on the revision in review leaves its approval possible once it is settled', async () => {
    const story = await aStory('REVIEW')
    const { noteId } = done(await addNote(story.adviser, aNote(story, { blocking: true, anchor })))
    expect(problems(await approveRevision(story.adviser, story))).toBe('One note must be settled first.')
    done(await answerNote(story.editor, { noteId, body: 'Checked with the office.', mentions: [] }))
    done(await resolveNote(story.adviser, { noteId }))
    done(await approveRevision(story.adviser, story))
  })

  test('comes back with its passage, its answers and the decision that it came with', async () => {
    const story = await aStory('EDITING')
    const { noteId } = done(await addNote(story.editor, aNote(story, { anchor })))
    const first = done(await answerNote(story.writer, { noteId, body: 'The principal.', mentions: [] }))
    // The answer to an answer stands beside it.
    done(await answerNote(story.editor, { noteId: first.noteId, body: 'Then say so.', mentions: [] }))
    done(await sendBack(story.editor, { ...story, notes: 'Name your sources.', request: 'REQUIRED', reason: 'Readers must know who speaks.' }))
    const [sent, note] = await openNotes(story)
    expect(sent).toMatchObject({ body: 'Name your sources.', decision: 'Sent back', blocking: true, anchor: null, replies: [] })
    expect(note).toMatchObject({ id: noteId, anchor, decision: null, resolved: false, resolvedBy: null, author: story.editor.name })
    expect(note?.replies.map(({ body }) => body)).toEqual(['The principal.', 'Then say so.'])
    done(await resolveNote(story.writer, { noteId }))
    expect((await openNotes(story))[1]).toMatchObject({ resolved: true, resolvedBy: story.writer.name })
    expect((await waitingFor(story.writer)).find(({ id }) => id === story.storyId)?.openNotes).toBe(1)
  })

  test('whose stored passage no longer reads is a note on the story as a whole', async () => {
    const story = await aStory('DRAFT')
    const { noteId } = done(await addNote(story.editor, aNote(story, { anchor })))
    await db().note.update({ where: { id: noteId }, data: { anchor: { field: 'nowhere' } }, select: { id: true } })
    expect((await openNotes(story))[0]).toMatchObject({ id: noteId, anchor: null })
  })

  test('of a writer on somebody else’s story may ask, but neither block nor settle', async () => {
    const story = await aStory('DRAFT')
    const other = await anActor('WRITER')
    const { noteId } = done(await addNote(other, aNote(story)))
    expect(problems(await addNote(other, aNote(story, { blocking: true })))).toBe('Your role does not include this.')
    expect(problems(await addNote(story.writer, aNote(story, { blocking: true })))).toBe('Your role does not include this.')
    expect(problems(await resolveNote(other, { noteId }))).toMatch(/Only its authors/)
    expect(problems(await reopenNote(other, { noteId }))).toMatch(/Only its authors/)
    expect(await noteKinds(story.storyId)).toEqual(['note.added'])
  })

  test('on a revision of another story, or answering nothing, is refused', async () => {
    const [story, other] = [await aStory('DRAFT'), await aStory('DRAFT')]
    expect(problems(await addNote(story.editor, aNote(story, { revisionId: other.revisionId })))).toBe('There is no such revision of this story.')
    expect(problems(await answerNote(story.editor, { noteId: crypto.randomUUID(), body: 'Hm.', mentions: [] }))).toBe('There is no such note.')
    expect(problems(await addNote(story.editor, aNote(story, { storyId: crypto.randomUUID() })))).toBe('There is no such story.')
    const { noteId } = done(await addNote(story.editor, aNote(story)))
    const answer = done(await answerNote(story.writer, { noteId, body: 'Yes.', mentions: [] }))
    expect(problems(await resolveNote(story.editor, { noteId: answer.noteId }))).toBe('Settle the note itself, not an answer to it.')
  })

  test('settled by two at once is settled once', async () => {
    const story = await aStory('EDITING')
    const { noteId } = done(await addNote(story.editor, aNote(story)))
    const both = await Promise.all([resolveNote(story.editor, { noteId }), resolveNote(story.adviser, { noteId })])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect(await noteKinds(story.storyId)).toEqual(['note.added', 'note.resolved'])
    await Promise.all([reopenNote(story.editor, { noteId }), reopenNote(story.adviser, { noteId })])
    expect(await noteKinds(story.storyId)).toEqual(['note.added', 'note.resolved', 'note.reopened'])
  })

  test('of somebody who lost their account meanwhile is refused', async () => {
    const story = await aStory('DRAFT')
    await db().user.update({ where: { id: story.editor.userId }, data: { deactivatedAt: new Date() }, select: { id: true } })
    expect(problems(await addNote(story.editor, aNote(story)))).toMatch(/signed out/)
    expect(await openNotes(story)).toEqual([])
  })
})

describe('a mention', () => {
  test('waits for that person alone until they have seen it', async () => {
    const story = await aStory('EDITING')
    const ana = await anActor('WRITER', 'Ana Testcase')
    const { noteId } = done(await addNote(story.editor, aNote(story, { body: 'Ask @Ana Testcase.', mentions: [ana.userId] })))
    const reply = done(await answerNote(story.writer, { noteId, body: '@Ana Testcase, can you?', mentions: [ana.userId] }))
    expect(await waitingMentions(ana)).toEqual([
      expect.objectContaining({ noteId: reply.noteId, threadId: noteId, storyId: story.storyId, by: story.writer.name, headline: story.content.headline }),
      expect.objectContaining({ noteId, threadId: noteId, by: story.editor.name, body: 'Ask @Ana Testcase.' }),
    ])
    expect(await waitingMentions(story.writer)).toEqual([])
    done(await seeMentions(story.editor, { storyId: story.storyId }))
    expect(await waitingMentions(ana)).toHaveLength(2)
    done(await seeMentions(ana, { noteId }))
    expect((await waitingMentions(ana)).map((one) => one.noteId)).toEqual([reply.noteId])
    done(await seeMentions(ana, { storyId: story.storyId }))
    expect(await waitingMentions(ana)).toEqual([])
    expect((await openNotes(story))[0]?.mentions).toEqual([{ userId: ana.userId, name: 'Ana Testcase' }])
  })

  test('of somebody deactivated, or of nobody, is refused, and the note with it', async () => {
    const story = await aStory('EDITING')
    const gone = await anActor('WRITER', 'Gone Testcase')
    await db().user.update({ where: { id: gone.userId }, data: { deactivatedAt: new Date() }, select: { id: true } })
    for (const userId of [gone.userId, crypto.randomUUID()]) {
      const result = await addNote(story.editor, aNote(story, { body: 'Ask @Gone Testcase.', mentions: [userId] }))
      expect(problems(result)).toMatch(/can no longer read this story/)
    }
    expect(await openNotes(story)).toEqual([])
    expect((await peopleToMention(story.editor)).map(({ userId }) => userId)).not.toContain(gone.userId)
    expect(await peopleToMention(story.editor)).toContainEqual({ userId: story.writer.userId, name: story.writer.name })
  })

  test('of somebody whose name does not stand in the text calls nobody', async () => {
    const story = await aStory('EDITING')
    done(await addNote(story.editor, aNote(story, { mentions: [story.writer.userId] })))
    expect(await waitingMentions(story.writer)).toEqual([])
  })
})

test('open editors hear of a note when it is stored', async () => {
  const story = await aStory('DRAFT')
  const { Client } = await import('pg')
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const heard: string[] = []
  client.on('notification', ({ payload }) => heard.push(payload ?? ''))
  await client.query('LISTEN standing')
  done(await addNote(story.editor, aNote(story)))
  await expect.poll(() => heard).toContain(`notes:${story.storyId}`)
  await client.end()
  expect(await newestRevision(story.storyId)).toBe(story.revisionId)
})

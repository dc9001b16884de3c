import 'server-only'
import { MAX_NOTES, MAX_REPLIES, mentionedIn, type NewNote, type NewReply } from '#domain/notes.ts'
import type { Actor } from '#domain/people.ts'
import { decideOnStory } from '#domain/policy.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { tellOfAnswer, tellOfNote } from '../notifications/of-notes.ts'
import { lockFor, reviewRules, storyCase, type StoryStanding } from './lock.ts'

/** A note stands beside a story: none of these commands touches a revision, and a revision in review stays what it is. */

/** Adds a note on a story, or on a passage of it. It names the revision that the person had before them. */
export function addNote(actor: Actor, note: NewNote): Promise<CommandResult<{ noteId: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { storyId, revisionId, body, blocking, anchor } = note
      const story = await lockFor(tx, actor, blocking ? 'addBlockingNote' : 'addNote', storyId)
      if ((await tx.revision.count({ where: { id: revisionId, storyId } })) === 0) throw new Refusal('There is no such revision of this story.')
      if ((await tx.note.count({ where: { storyId, parentId: null } })) >= MAX_NOTES) throw new Refusal('This story has as many notes as it can hold.')
      const userIds = await mentionable(tx, story, body, note.mentions)
      const { id } = await tx.note.create({
        data: { storyId, revisionId, authorId: actor.userId, body, blocking, ...(anchor === null ? {} : { anchor }), mentions: { create: userIds.map((userId) => ({ userId })) } },
        select: { id: true },
      })
      await recordEvent(tx, { actor, kind: 'note.added', storyId, revisionId, subjectId: id, data: { blocking, mentions: userIds } })
      await tellOfNote(tx, { byId: actor.userId, story, threadId: id, mentions: userIds, blocking })
      await tellOpenEditors(tx, storyId)
      return { ok: true, tags: [], noteId: id }
    }),
  )
}

/** Answers a note; the answer to an answer stands beside it, a thread is one level deep. */
export function answerNote(actor: Actor, { noteId, body, mentions }: NewReply): Promise<CommandResult<{ noteId: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const asked = await noteOf(tx, noteId)
      const story = await lockFor(tx, actor, 'addNote', asked.storyId)
      const parentId = asked.parentId ?? noteId
      if ((await tx.note.count({ where: { parentId } })) >= MAX_REPLIES) throw new Refusal('This note has as many answers as it can hold. Start a new note.')
      const userIds = await mentionable(tx, story, body, mentions)
      const { storyId, revisionId } = asked
      const { id } = await tx.note.create({
        data: { storyId, revisionId, parentId, authorId: actor.userId, body, blocking: false, mentions: { create: userIds.map((userId) => ({ userId })) } },
        select: { id: true },
      })
      await recordEvent(tx, { actor, kind: 'note.answered', storyId, subjectId: parentId, data: { mentions: userIds } })
      await tellOfAnswer(tx, { byId: actor.userId, story, threadId: parentId, mentions: userIds })
      await tellOpenEditors(tx, storyId)
      return { ok: true, tags: [], noteId: id }
    }),
  )
}

/** Marks a note as settled. Settling one twice changes nothing. */
export function resolveNote(actor: Actor, { noteId }: { noteId: string }): Promise<CommandResult> {
  return settle(actor, noteId, true)
}

/** Opens a settled note again: a blocking one holds up the approval once more. */
export function reopenNote(actor: Actor, { noteId }: { noteId: string }): Promise<CommandResult> {
  return settle(actor, noteId, false)
}

function settle(actor: Actor, noteId: string, settled: boolean): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { storyId, parentId } = await noteOf(tx, noteId)
      if (parentId !== null) throw new Refusal('Settle the note itself, not an answer to it.')
      await lockFor(tx, actor, 'resolveNote', storyId)
      const where = { id: noteId, resolvedAt: settled ? null : { not: null } }
      const { count } = await tx.note.updateMany({ where, data: settled ? { resolvedAt: new Date(), resolvedById: actor.userId } : { resolvedAt: null, resolvedById: null } })
      if (count > 0) {
        await recordEvent(tx, { actor, kind: settled ? 'note.resolved' : 'note.reopened', storyId, subjectId: noteId })
        await tellOpenEditors(tx, storyId)
      }
      return { ok: true, tags: [] }
    }),
  )
}

async function noteOf(tx: Tx, noteId: string): Promise<{ storyId: string; revisionId: string; parentId: string | null }> {
  const note = await tx.note.findUnique({ where: { id: noteId }, select: { storyId: true, revisionId: true, parentId: true } })
  if (note === null) throw new Refusal('There is no such note.')
  return note
}

/** The people to call, of those that the browser named: each must be called in the text and be able to read the story. */
async function mentionable(tx: Tx, story: StoryStanding, body: string, asked: readonly string[]): Promise<string[]> {
  if (asked.length === 0) return []
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(asked)] }, deactivatedAt: null },
    select: { id: true, role: true, staffId: true, staff: { select: { name: true } } },
  })
  const policy = await reviewRules(tx)
  const readers = users.filter((user) => {
    const on = storyCase({ userId: user.id, staffId: user.staffId, role: user.role, name: user.staff.name }, story, policy)
    return decideOnStory(user.role, 'readStory', on).allowed
  })
  if (readers.length < new Set(asked).size) throw new Refusal('Somebody whom you mention can no longer read this story. Take the name out of your note.', 'body')
  return mentionedIn(body, readers.map(({ id, staff }) => ({ id, name: staff.name }))).map(({ id }) => id)
}

/** Whoever has the story open hears of it at the commit, by the same road as of a change of its standing. Nobody's rights move by it. */
export async function tellOpenEditors(tx: Tx, storyId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('standing', ${`notes:${storyId}`})`
}

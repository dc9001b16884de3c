import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide, decideOnStory } from '#domain/policy.ts'
import { actorNow } from '../auth/standing.ts'
import { outcome, type CommandResult } from '../command.ts'
import { db, inTransaction } from '../db.ts'
import { reviewRules, storyCase, STORY_STANDING } from './lock.ts'

/** Everybody who can be mentioned: whoever has an active account, by name. */
export async function peopleToMention(actor: Actor): Promise<{ userId: string; name: string }[]> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return []
  const users = await db().user.findMany({
    where: { deactivatedAt: null },
    orderBy: [{ staff: { name: 'asc' } }, { id: 'asc' }],
    select: { id: true, staff: { select: { name: true } } },
  })
  return users.map(({ id, staff }) => ({ userId: id, name: staff.name }))
}

/** A note in which somebody was called and that they have not seen. `threadId`: the note to open. Instants are ISO 8601. */
export type WaitingMention = { noteId: string; threadId: string; storyId: string; headline: string; by: string; at: string; body: string }

/** The mentions that wait for this person, the newest first; only on stories that they may read. */
export async function waitingMentions(actor: Actor): Promise<WaitingMention[]> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return []
  const policy = await reviewRules(db())
  const rows = await db().noteMention.findMany({
    where: { userId: actor.userId, seenAt: null },
    orderBy: { note: { createdAt: 'desc' } },
    take: 50,
    select: {
      noteId: true,
      note: {
        select: {
          parentId: true, body: true, createdAt: true, author: { select: { staff: { select: { name: true } } } },
          story: { select: { ...STORY_STANDING, workingRevision: { select: { ...STORY_STANDING.workingRevision.select, headline: true } } } },
        },
      },
    },
  })
  return rows
    .filter(({ note }) => decideOnStory(actor.role, 'readStory', storyCase(actor, note.story, policy)).allowed)
    .map(({ noteId, note }) => ({
      noteId,
      threadId: note.parentId ?? noteId,
      storyId: note.story.id,
      headline: note.story.workingRevision?.headline ?? '',
      by: note.author.staff.name,
      at: note.createdAt.toISOString(),
      body: note.body,
    }))
}

/** Takes the mentions in a story's notes, or in one note, off one's own list. Nobody else's are touched. */
export function seeMentions(actor: Actor, where: { storyId: string } | { noteId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      await actorNow(tx, actor)
      const note = 'noteId' in where ? { id: where.noteId } : { storyId: where.storyId }
      await tx.noteMention.updateMany({ where: { userId: actor.userId, seenAt: null, note }, data: { seenAt: new Date() } })
      return { ok: true, tags: [] }
    }),
  )
}

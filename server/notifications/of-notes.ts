import 'server-only'
import type { Tx } from '../db.ts'
import type { StoryStanding } from '../stories/lock.ts'
import { notify, type Notice } from './notify.ts'
import { authorsOf, editorsOf } from './recipients.ts'

type NoteTold = { byId: string; story: StoryStanding; threadId: string; mentions: readonly string[] }

/** Each is told once of one note: of what concerns them most. */
async function tellOnce(tx: Tx, { byId, story, threadId }: NoteTold, told: readonly [Notice['kind'], readonly string[]][]): Promise<void> {
  const known = new Set<string>()
  for (const [kind, to] of told) {
    await notify(tx, { kind, to: to.filter((userId) => !known.has(userId)), byId, storyId: story.id, subjectId: threadId })
    for (const userId of to) known.add(userId)
  }
}

/** A note on a story: whoever it calls, then those whose story it is and who edit it. */
export async function tellOfNote(tx: Tx, note: NoteTold & { blocking: boolean }): Promise<void> {
  const concerned = [...(await authorsOf(tx, note.story)), ...(await editorsOf(tx, note.story.id))]
  // What must be settled is told as that, to the authors, whoever is called by name besides.
  const told: [Notice['kind'], readonly string[]][] = [['note.mention', note.mentions], [note.blocking ? 'note.blocking' : 'note.added', concerned]]
  await tellOnce(tx, note, note.blocking ? told.toReversed() : told)
}

/** An answer to a note: whoever it calls, then all who take part in the thread, and those whose story it is. */
export async function tellOfAnswer(tx: Tx, answer: NoteTold): Promise<void> {
  const thread = await tx.note.findMany({ where: { OR: [{ id: answer.threadId }, { parentId: answer.threadId }] }, select: { authorId: true } })
  const concerned = [...thread.map(({ authorId }) => authorId), ...(await authorsOf(tx, answer.story))]
  await tellOnce(tx, answer, [['note.mention', answer.mentions], ['note.answered', concerned]])
}

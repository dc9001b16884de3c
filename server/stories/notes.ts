import 'server-only'
import type { Actor } from '#domain/people.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction } from '../db.ts'
import { lockFor } from './lock.ts'

/** Marks a note as settled. Settling one twice changes nothing. */
export function resolveNote(actor: Actor, { noteId }: { noteId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const note = await tx.note.findUnique({ where: { id: noteId }, select: { storyId: true } })
      if (note === null) throw new Refusal('There is no such note.')
      await lockFor(tx, actor, 'resolveNote', note.storyId)
      const { count } = await tx.note.updateMany({ where: { id: noteId, resolvedAt: null }, data: { resolvedAt: new Date(), resolvedById: actor.userId } })
      if (count > 0) await recordEvent(tx, { actor, kind: 'note.resolved', storyId: note.storyId, subjectId: noteId })
      return { ok: true, tags: [] }
    }),
  )
}

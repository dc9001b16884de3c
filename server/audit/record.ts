import 'server-only'
import type { AuditKind } from '#domain/audit/kinds.ts'
import type { Actor } from '#domain/people.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import type { Tx } from '../db.ts'

export type { AuditKind }

/**
 * Writes one audit event in the transaction of the change that it tells of ("never bends" 7). `data` holds ids and
 * states, never secrets, e-mail addresses or story text.
 */
export async function recordEvent(
  tx: Tx,
  event: { actor: Actor | null; kind: AuditKind; storyId?: string; revisionId?: string; subjectId?: string; data?: Prisma.InputJsonObject },
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      actorId: event.actor?.userId ?? null,
      kind: event.kind,
      storyId: event.storyId ?? null,
      revisionId: event.revisionId ?? null,
      subjectId: event.subjectId ?? null,
      data: event.data ?? {},
    },
    select: { id: true },
  })
}

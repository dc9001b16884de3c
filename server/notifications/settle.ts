import 'server-only'
import { KIND_NAMES, kindOf } from '#domain/notifications/kinds.ts'
import { timeNow } from '../clock.ts'
import type { Tx } from '../db.ts'

const SETTLED = KIND_NAMES.filter((kind) => kindOf(kind).settled === 'byMove')

/**
 * A story was moved on: what told people that it waits for them is read for everybody, and no mail about it goes out any more. A line that
 * somebody marks as read in this moment is left to them.
 */
export async function settleWaiting(tx: Tx, storyId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Notification" SET "readAt" = ${timeNow()} WHERE "id" IN (
      SELECT "id" FROM "Notification" WHERE "storyId" = ${storyId}::uuid AND "kind" = ANY (${SETTLED}::text[]) AND "readAt" IS NULL FOR UPDATE SKIP LOCKED)`
}

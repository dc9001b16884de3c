import 'server-only'
import type { PollView } from '#domain/polls/poll.ts'
import { db } from '../db.ts'
import { isAskedLive } from './commands.ts'
import { readPolls } from './read.ts'
import { isReceipt } from './receipt.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A poll that a live story asks, read now; with the counts for whoever shows the receipt of a vote. null: there is none. */
export async function publishedPoll(id: string, receipt: string): Promise<PollView | null> {
  if (!UUID.test(id) || !(await isAskedLive(db(), id))) return null
  return (await readPolls([id], { withFigures: isReceipt(id, receipt) }))[id] ?? null
}

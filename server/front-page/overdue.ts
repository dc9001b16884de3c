import 'server-only'
import { db, inTransaction } from '../db.ts'
import { enqueue } from '../jobs/queue.ts'
import { STANDING_FRONTS } from './plans.ts'
import { frontState } from './state.ts'

/** A plan this long after its minute has lost its job, or waits for another try: then one more does no harm. */
const OVERDUE_MS = 120_000

/** Writes a job anew for each scheduled front, and for a banner's end, that should have been done long ago. Answers how many. */
export async function awakenOverdueFront(now: Date): Promise<number> {
  const before = new Date(now.getTime() - OVERDUE_MS)
  const plans = await db().frontSchedule.findMany({ where: { ...STANDING_FRONTS, failedAt: null, at: { lt: before } }, orderBy: { at: 'asc' }, select: { id: true } })
  let awakened = 0
  for (const { id } of plans) if (await inTransaction((tx) => enqueue(tx, 'front.due', { scheduleId: id }, { singletonKey: id }))) awakened += 1
  const { live, bannerOver } = await frontState(db())
  const endsAt = bannerOver ? null : (live?.layout.banner?.endsAt ?? null)
  if (live !== null && endsAt !== null && new Date(endsAt) < before && (await inTransaction((tx) => enqueue(tx, 'front.bannerEnds', { arrangementId: live.id }, { singletonKey: live.id })))) awakened += 1
  return awakened
}

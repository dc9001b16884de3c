import 'server-only'
import { dayIn } from '#domain/day.ts'
import { db, type Tx } from '../db.ts'

/** The time zone of the paper, and the day that it is there at `now`: by these a licence ends. */
export async function paperDay(now: Date, client: Pick<Tx, 'paper'> = db()): Promise<{ timeZone: string; today: string }> {
  const paper = await client.paper.findUnique({ where: { id: 1 }, select: { timeZone: true } })
  const timeZone = paper?.timeZone ?? 'America/Los_Angeles'
  return { timeZone, today: dayIn(now, timeZone) }
}

import 'server-only'
import { timeNow } from '../clock.ts'
import { paperDay } from '../settings/paper-day.ts'
import { tags } from '../stories/cache.ts'

let lastDay: string | null = null

/** What is next and what is recent is told by the day at school: its tag is expired when that turns, and once after a start. */
export async function turnOfDay(): Promise<string[]> {
  const { today } = await paperDay(timeNow())
  if (today === lastDay) return []
  lastDay = today
  return [tags.sports()]
}

import 'server-only'
import { carryOut, giveUp, reopenPlan } from '../../stories/timing/carry-out.ts'
import type { JobHandler } from '../work-off.ts'

/** A planned publication or unpublication whose minute has come. */
export const storyDue: JobHandler<'story.due'> = {
  run: ({ scheduleId }, now) => carryOut(scheduleId, now),
  gaveUp: ({ scheduleId }, now) => giveUp(scheduleId, now),
  again: (tx, { scheduleId }) => reopenPlan(tx, scheduleId),
}

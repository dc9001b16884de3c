import 'server-only'
import { carryOutFront, endBanner, giveUpFront, reopenFront } from '../../front-page/carry-out.ts'
import type { JobHandler } from '../work-off.ts'

/** A planned front page whose minute has come. */
export const frontDue: JobHandler<'front.due'> = {
  run: ({ scheduleId }, now) => carryOutFront(scheduleId, now),
  gaveUp: ({ scheduleId }, now) => giveUpFront(scheduleId, now),
  again: (tx, { scheduleId }) => reopenFront(tx, scheduleId),
}

/** A breaking banner whose end has come. */
export const frontBannerEnds: JobHandler<'front.bannerEnds'> = {
  run: ({ arrangementId }, now) => endBanner(arrangementId, now),
}

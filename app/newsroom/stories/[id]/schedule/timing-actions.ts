import type { FormAction } from '#components/ui/action-form.client.tsx'
import type { Timing } from '#domain/workflow.ts'
import { cancelUnpublishAction, liftEmbargoAction, scheduleAction, scheduleUnpublishAction, setEmbargoAction, unscheduleAction } from './actions.ts'

/** The action behind each word on the time of a story. */
export const TIMING_ACTIONS: Record<Timing, FormAction> = {
  schedule: scheduleAction,
  unschedule: unscheduleAction,
  scheduleUnpublish: scheduleUnpublishAction,
  cancelUnpublish: cancelUnpublishAction,
  setEmbargo: setEmbargoAction,
  liftEmbargo: liftEmbargoAction,
}

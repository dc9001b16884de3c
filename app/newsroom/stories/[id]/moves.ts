import type { FormAction } from '#components/ui/action-form.client.tsx'
import type { Decision } from '#domain/workflow.ts'
import { approveAction, askWithdrawalAction, publishAction, sendBackAction, sendOnAction, submitAction, withdrawAction } from './actions.ts'

/** The action behind each move that is made at once, for the screens that offer them. */
export const MOVE_ACTIONS: Record<Decision, FormAction> = {
  submit: submitAction,
  sendOn: sendOnAction,
  sendBack: sendBackAction,
  approve: approveAction,
  publish: publishAction,
  askWithdrawal: askWithdrawalAction,
  withdraw: withdrawAction,
}

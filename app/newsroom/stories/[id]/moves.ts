import type { FormAction } from '#components/ui/action-form.client.tsx'
import type { Move } from '#domain/workflow.ts'
import { approveAction, askWithdrawalAction, publishAction, sendBackAction, sendOnAction, submitAction, withdrawAction } from './actions.ts'

/** The action behind each move, for the screens that offer them. */
export const MOVE_ACTIONS: Record<Move, FormAction> = {
  submit: submitAction,
  sendOn: sendOnAction,
  sendBack: sendBackAction,
  approve: approveAction,
  publish: publishAction,
  askWithdrawal: askWithdrawalAction,
  withdraw: withdrawAction,
}

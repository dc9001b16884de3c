import type { Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/** Whether a change came out of the shared document: from somebody else, or from going back in its history. */
export function isRemoteChange(transaction: Transaction): boolean {
  return transaction.getMeta(ySyncPluginKey) !== undefined
}

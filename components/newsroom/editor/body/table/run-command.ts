import type { Command, EditorState, Transaction } from '@tiptap/pm/state'

type Host = { state: EditorState; view: { dispatch: (transaction: Transaction) => void } }

/** Runs a ProseMirror command in an editor; false where it does not apply. */
export function runCommand(editor: Host, command: Command): boolean {
  return command(editor.state, (transaction) => editor.view.dispatch(transaction))
}

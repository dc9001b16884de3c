import { Extension, type AnyExtension } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import { partsOfDraft } from '#domain/together/shared-draft.ts'
import { caretOf, selectionOf } from './carets.ts'
import type { Shared } from './shared.ts'
import { undoSteps } from './undo-steps.ts'

/** The body of the shared document as the editor's text, and where the others are in it. Undo takes back one's own changes only. */
export function collaborationExtensions({ doc, awareness }: Pick<Shared, 'doc' | 'awareness'>): AnyExtension[] {
  const carets = Extension.create({
    name: 'carets',
    // After Collaboration, whose state it reads.
    priority: 999,
    addProseMirrorPlugins: () => [yCursorPlugin(awareness, { cursorBuilder: caretOf, selectionBuilder: selectionOf })],
  })
  const steps = Extension.create({ name: 'undoSteps', addProseMirrorPlugins: () => [undoSteps()] })
  return [Collaboration.configure({ fragment: partsOfDraft(doc).body }), steps, carets]
}

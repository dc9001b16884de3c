import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection, type Command, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { suggestChanges, suggestChangesKey } from '@handlewithcare/prosemirror-suggest-changes'
import { ySyncPlugin, yUndoPlugin, yUndoPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { schemaExtensions } from '../../body/story-extensions.ts'
import { undoSteps } from '../../together/undo-steps.ts'
import { resolved } from '../resolve.ts'
import { authorOf, inPlaceOf } from '../suggesting.ts'

/** For tests: editors without a browser, bound to shared documents as the real one is. */

const schema = getSchema(schemaExtensions)

export type TestEditor = {
  doc: Y.Doc
  state: () => EditorState
  direct: () => number
  run: (command: Command) => boolean
  dispatch: (tr: Transaction) => void
  /** Puts the cursor behind these words, or selects them. */
  at: (words: string, select?: boolean) => TestEditor
  type: (text: string) => TestEditor
  text: () => string
  /** The text with suggestions as +inserted+ and -deleted-, a line per block. */
  marked: () => string
  decide: (ids: string[] | 'all', accept: boolean) => void
  suggest: (on: boolean) => void
  undo: () => void
}

const paragraphs = (texts: readonly string[]) => texts.map((text) => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)]))

function testEditor(userId: string): TestEditor {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('body')
  let clock = 1_760_000_000_000
  const author = authorOf(userId, () => (clock += 1000))
  let direct = 0
  const plugins = [ySyncPlugin(fragment), yUndoPlugin({}), undoSteps(), suggestChanges()]
  const view = {
    state: EditorState.create({ schema, plugins }),
    hasFocus: () => false,
    isDestroyed: false,
    composing: false,
    editable: true,
    updateState(state: EditorState) {
      const before = view.state
      view.state = state
      for (const one of pluginViews) one.update?.(view as unknown as EditorView, before)
    },
    dispatch(tr: Transaction) {
      const change = inPlaceOf(tr, view.state, author)
      if (change.direct) direct += 1
      view.updateState(view.state.apply(change.tr))
    },
  }
  const pluginViews: { update?: (view: EditorView, before: EditorState) => void }[] = []
  for (const plugin of plugins) {
    const made = plugin.spec.view?.(view as unknown as EditorView)
    if (made !== undefined) pluginViews.push(made)
  }
  const place = (words: string): { from: number; to: number } => {
    let found: { from: number; to: number } | null = null
    view.state.doc.descendants((node, pos) => {
      if (!node.isTextblock) return
      const at = node.textBetween(0, node.content.size, '', '\ufffc').indexOf(words)
      if (at !== -1) found ??= { from: pos + 1 + at, to: pos + 1 + at + words.length }
    })
    if (found === null) throw new Error(`no "${words}" in ${view.state.doc.toString()}`)
    return found
  }
  const editor: TestEditor = {
    doc,
    state: () => view.state,
    direct: () => direct,
    run: (command) => command(view.state, (tr) => view.dispatch(tr), view as unknown as EditorView),
    dispatch: (tr) => view.dispatch(tr),
    at(words, select = false) {
      const { from, to } = place(words)
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, select ? from : to, to)))
      return editor
    },
    type(text) {
      for (const letter of text) {
        const { from, to } = view.state.selection
        view.dispatch(view.state.tr.insertText(letter, from, to))
      }
      return editor
    },
    text: () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n', '\n'),
    marked() {
      const lines: string[] = []
      view.state.doc.descendants((node) => {
        if (!node.isTextblock) return true
        let line = ''
        node.forEach((child) => {
          const sign = child.marks.some(({ type }) => type.name === 'insertion') ? '+' : child.marks.some(({ type }) => type.name === 'deletion') ? '-' : ''
          line += `${sign}${(child.text ?? '⏎').replaceAll('\u200b', '^')}${sign}`
        })
        lines.push(line)
        return false
      })
      return lines.join('\n')
    },
    decide(ids, accept) {
      const tr = resolved(view.state, ids === 'all' ? 'all' : new Set(ids), accept)
      if (tr !== null) view.dispatch(tr)
    },
    suggest(on) {
      view.dispatch(view.state.tr.setMeta(suggestChangesKey, { skip: true, enabled: on }))
    },
    undo() {
      yUndoPluginKey.getState(view.state)?.undoManager.undo()
    },
  }
  return editor
}

/** Two people on one text; what one does reaches the other at once. */
export function together(texts: readonly string[]): [TestEditor, TestEditor] {
  const [a, b] = [testEditor('0198c0de-0000-7000-8000-00000000000a'), testEditor('0198c0de-0000-7000-8000-00000000000b')]
  a.doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'wire' && Y.applyUpdate(b.doc, update, 'wire'))
  b.doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'wire' && Y.applyUpdate(a.doc, update, 'wire'))
  a.dispatch(a.state().tr.replaceWith(0, a.state().doc.content.size, paragraphs(texts)))
  yUndoPluginKey.getState(a.state())?.undoManager.stopCapturing()
  return [a, b]
}

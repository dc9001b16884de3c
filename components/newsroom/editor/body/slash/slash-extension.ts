import { Extension } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'
import { PluginKey } from '@tiptap/pm/state'
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion'
import type { BodyDialog } from '../body-context.client.tsx'
import { isRemoteChange } from '../table/remote-change.ts'
import { blocksFor, type BlockChoice } from './slash-items.ts'
import type { SlashState } from './slash-state.ts'

type Options = { state: SlashState; open: (dialog: BodyDialog) => void }

/** Whether blocks may be put in here: in a paragraph of the story itself, not inside a list, a box or a table. */
export function takesBlocks($from: ResolvedPos): boolean {
  return $from.depth === 1 && $from.parent.type.name === 'paragraph'
}

/** Typing / at the start of a word opens the list of blocks; what follows filters it. */
export function slashExtension({ state, open }: Options) {
  return Extension.create({
    name: 'slashMenu',
    addProseMirrorPlugins() {
      const shown = (props: SuggestionProps<BlockChoice, BlockChoice>) => ({
        items: props.items,
        query: props.query,
        at: () => props.clientRect?.() ?? null,
        choose: (item: BlockChoice) => props.command(item),
      })
      return [
        Suggestion<BlockChoice, BlockChoice>({
          pluginKey: new PluginKey('slashMenu'),
          editor: this.editor,
          char: '/',
          allow: ({ editor, range }) => editor.isEditable && takesBlocks(editor.state.doc.resolve(range.from)),
          // What somebody else types opens no menu here.
          shouldShow: ({ transaction }) => !isRemoteChange(transaction),
          items: ({ query }) => blocksFor(query),
          command: ({ editor, range, props: item }) => {
            editor.chain().focus().deleteRange(range).run()
            if ('opens' in item) open(item.opens)
            else item.run(editor)
          },
          render: () => ({
            onStart: (props) => state.open(shown(props)),
            onUpdate: (props) => state.update(shown(props)),
            onExit: () => state.close(),
            onKeyDown: ({ event }) => !event.isComposing && !event.shiftKey && !event.altKey && state.key(event.key),
          }),
        }),
      ]
    },
  })
}

import { Extension, type AnyExtension, type Node } from '@tiptap/core'
import { MAX_LIST_DEPTH } from '#domain/document/to-story-document.ts'
import { Divider, Embed, RelatedStory } from './nodes/cards.ts'
import { FactBox } from './nodes/fact-box.ts'
import { Poll, Scoreboard } from './nodes/live-cards.ts'
import { StoryKit } from './nodes/narrowed-kit.ts'
import { Gallery, MissingPicture, StoryImage } from './nodes/pictures.ts'
import { LangMark, SourceMark } from './nodes/passage-marks.ts'
import { PullQuote } from './nodes/pull-quote.ts'
import { Table, TableCell, TableHeader, TableRow } from './nodes/table-nodes.ts'
import { suggestionMarks } from '../suggest/marks.ts'

/** The editor's schema is exactly domain/document/schema.ts; story-extensions.test.ts holds the two together. */

/** Indenting by Mod-] and Mod-[: Tab stays what it is everywhere but in tables, the way out of the field. */
const ListKeys = Extension.create({
  name: 'listKeys',
  priority: 1000,
  addKeyboardShortcuts() {
    return {
      'Mod-]': () => canIndent(this.editor) && this.editor.commands.sinkListItem('listItem'),
      'Mod-[': () => this.editor.commands.liftListItem('listItem'),
    }
  },
})

/** Whether the list item at the cursor may go one level deeper. */
export function canIndent(editor: { state: { selection: { $from: { depth: number; node: (depth: number) => { type: { name: string } } } } } }): boolean {
  const { $from } = editor.state.selection
  let levels = 0
  for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type.name === 'listItem') levels += 1
  return levels > 0 && levels < MAX_LIST_DEPTH
}

/** Everything that looks in the editor as it renders itself. */
export const storyExtensions: AnyExtension[] = [StoryKit, ListKeys, Divider, TableRow, TableCell, TableHeader, SourceMark, LangMark, ...suggestionMarks]

/** The blocks with forms of their own, without them; blocks/block-views.ts has each with its view. */
export const plainBlocks: Node[] = [PullQuote, StoryImage, Gallery, MissingPicture, FactBox, Table, RelatedStory, Embed, Scoreboard, Poll]

/** All that makes the schema, for whoever needs a document of the editor without its screen. */
export const schemaExtensions: AnyExtension[] = [...storyExtensions, ...plainBlocks]

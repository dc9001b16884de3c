import type { Editor } from '@tiptap/react'
import type { BodyDialog } from '../body-context.client.tsx'
import { insertBlock } from '../move/insert-block.ts'
import { emptyTable } from '../table/table-commands.ts'

/** A block that can be put into the text. It is made at once, or by a dialog that asks what it needs. */
export type BlockChoice = {
  id: string
  label: string
  /** What it is for, in a few words. */
  hint: string
  /** Other words that somebody may type for it, in lower case. */
  words: readonly string[]
} & ({ run: (editor: Editor) => void } | { opens: BodyDialog })

const insert = (block: Parameters<typeof insertBlock>[1]) => (editor: Editor) => {
  editor.view.dispatch(insertBlock(editor.state, block))
  editor.commands.focus()
}

/** Every block of a story, in the order in which the menus show them. */
export const BLOCK_CHOICES: readonly BlockChoice[] = [
  { id: 'paragraph', label: 'Paragraph', hint: 'Plain text', words: ['text', 'body'], run: (editor) => editor.chain().focus().clearNodes().run() },
  { id: 'subhead', label: 'Subhead', hint: 'Starts a part of the story', words: ['heading', 'title', 'h2', '##'], run: (editor) => editor.chain().focus().setHeading({ level: 2 }).run() },
  { id: 'smallerSubhead', label: 'Smaller subhead', hint: 'A part inside a part', words: ['heading', 'h3', '###'], run: (editor) => editor.chain().focus().setHeading({ level: 3 }).run() },
  { id: 'bulletList', label: 'Bulleted list', hint: 'Points without an order', words: ['points', 'ul', '-'], run: (editor) => editor.chain().focus().toggleBulletList().run() },
  { id: 'orderedList', label: 'Numbered list', hint: 'Steps in their order', words: ['steps', 'ol', '1.'], run: (editor) => editor.chain().focus().toggleOrderedList().run() },
  { id: 'quote', label: 'Block quote', hint: 'A longer passage quoted', words: ['citation', '>'], run: (editor) => editor.chain().focus().toggleBlockquote().run() },
  { id: 'pullQuote', label: 'Pull quote', hint: 'Words lifted out, large', words: ['callout'], run: (editor) => editor.chain().focus().togglePullQuote().run() },
  { id: 'picture', label: 'Picture', hint: 'Upload one, or from the library', words: ['image', 'photo'], opens: { kind: 'picture' } },
  { id: 'gallery', label: 'Gallery', hint: 'Several pictures together', words: ['images', 'photos', 'pictures', 'slideshow'], opens: { kind: 'gallery' } },
  { id: 'divider', label: 'Divider', hint: 'A line between two parts', words: ['rule', 'line', 'hr', '---'], run: insert({ type: 'divider' }) },
  { id: 'factBox', label: 'Fact box', hint: 'Title, lines and lists in a box', words: ['sidebar', 'info', 'callout'], run: insert({ type: 'factBox', attrs: { title: '' }, content: [{ type: 'paragraph' }] }) },
  { id: 'table', label: 'Table', hint: 'Rows and columns', words: ['grid'], run: insert(emptyTable(3, 3)) },
  { id: 'related', label: 'Related story', hint: 'A card of another story', words: ['link', 'read more'], opens: { kind: 'related' } },
  { id: 'scoreboard', label: 'Score', hint: 'A game of the sports desk, always up to date', words: ['scoreboard', 'game', 'result', 'sports'], opens: { kind: 'scoreboard' } },
  { id: 'poll', label: 'Poll', hint: 'A question that readers answer', words: ['vote', 'question', 'survey'], opens: { kind: 'poll' } },
  { id: 'embed', label: 'Video, sound or link card', hint: 'YouTube, Vimeo, Spotify, SoundCloud, any page', words: ['embed', 'youtube', 'vimeo', 'spotify', 'soundcloud', 'url', 'link', 'audio', 'podcast'], opens: { kind: 'embed', url: '' } },
]

/** The blocks that somebody may mean by what they typed: those whose name starts with it first, then names and other words that have it. */
export function blocksFor(query: string, choices: readonly BlockChoice[] = BLOCK_CHOICES): BlockChoice[] {
  const typed = query.trim().toLowerCase()
  const rank = ({ label, words }: BlockChoice) => {
    const name = label.toLowerCase()
    if (name.startsWith(typed)) return 0
    if (name.split(' ').some((word) => word.startsWith(typed))) return 1
    if (words.some((word) => word.startsWith(typed))) return 2
    return name.includes(typed) ? 3 : 4
  }
  return choices
    .map((choice) => ({ choice, rank: rank(choice) }))
    .filter((one) => one.rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice)
}

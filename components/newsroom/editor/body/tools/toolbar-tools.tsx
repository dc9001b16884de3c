import type { Editor } from '@tiptap/react'
import type { ReactNode } from 'react'
import type { BodyDialog } from '../body-context.client.tsx'
import { canIndent } from '../story-extensions.ts'
import { Letter, Sign } from './tool-sign.tsx'

export type ToolAction = { run: (editor: Editor) => void } | { opens: BodyDialog }
export type Tool = {
  id: string
  label: string
  /** Keys as Tiptap writes them, such as Mod-b. */
  keys: string | null
  sign: ReactNode
  /** Whether it holds at the cursor; null for tools that are no switch. */
  isOn: ((editor: Editor) => boolean) | null
  isOff?: (editor: Editor) => boolean
} & ToolAction

const bold: Tool = { id: 'bold', label: 'Bold', keys: 'Mod-b', sign: <Letter text="B" className="font-serif font-bold" />, isOn: (editor) => editor.isActive('bold'), run: (editor) => editor.chain().focus().toggleBold().run() }
const italic: Tool = { id: 'italic', label: 'Italic', keys: 'Mod-i', sign: <Letter text="I" className="font-serif italic" />, isOn: (editor) => editor.isActive('italic'), run: (editor) => editor.chain().focus().toggleItalic().run() }
const link: Tool = {
  id: 'link', label: 'Link', keys: 'Mod-k', isOn: (editor) => editor.isActive('link'), opens: { kind: 'link' },
  sign: <Sign d="M7.5 10.5a3 3 0 0 0 4.3.2l2.6-2.6a3 3 0 0 0-4.3-4.3L9 4.9M10.5 7.5a3 3 0 0 0-4.3-.2L3.6 9.9a3 3 0 0 0 4.3 4.3L9 13.1" />,
}
const source: Tool = { id: 'source', label: 'Source', keys: 'Mod-Alt-f', isOn: (editor) => editor.isActive('source'), opens: { kind: 'source' }, sign: <Sign d="M2.5 5h8M2.5 9h6M2.5 13h9M13 4.5 15 3v6" /> }
const language: Tool = { id: 'language', label: 'Language of these words', keys: 'Mod-Alt-l', isOn: (editor) => editor.isActive('lang'), opens: { kind: 'language' }, sign: <Sign d="M9 2.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM2.5 9h13M9 2.5c2 1.8 2.8 4 2.8 6.5S11 13.700 9 15.500c-2-1.800-2.800-4-2.800-6.500S7 4.300 9 2.500Z" /> }
const subhead: Tool = {
  id: 'h2', label: 'Subhead', keys: 'Mod-Alt-2', isOn: (editor) => editor.isActive('heading', { level: 2 }), run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  sign: <Sign d="M3 4.5v9M9 4.5v9M3 9h6M12 10a1.5 1.5 0 0 1 3 0c0 1.4-3 2-3 3.5h3" />,
}
const quote: Tool = { id: 'quote', label: 'Block quote', keys: 'Mod-Shift-b', sign: <Sign d="M3 3v12M7 5h8M7 9h8M7 13h5" />, isOn: (editor) => editor.isActive('blockquote'), run: (editor) => editor.chain().focus().toggleBlockquote().run() }

const note: Tool = { id: 'note', label: 'Add a note', keys: 'Mod-Alt-m', sign: <Sign d="M3 3.5h12v8H8l-3.5 3v-3H3zM6 6.5h6M6 8.8h4" />, isOn: null, run: (editor) => editor.storage.notePassages.ask() }

/** The tools of the story's text, group by group, in the order of the toolbar. */
export const TOOL_GROUPS: readonly (readonly Tool[])[] = [
  [bold, italic, link, source, language],
  [
    subhead,
    { id: 'h3', label: 'Smaller subhead', keys: 'Mod-Alt-3', sign: <Sign d="M3 4.5v9M9 4.5v9M3 9h6M12 8.8h3l-1.6 1.9a1.5 1.5 0 1 1-1.5 2.4" />, isOn: (editor) => editor.isActive('heading', { level: 3 }), run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run() },
    quote,
    { id: 'pullQuote', label: 'Pull quote', keys: 'Mod-Alt-q', sign: <Letter text="“”" className="font-serif text-lg font-bold" />, isOn: (editor) => editor.isActive('pullQuote'), run: (editor) => editor.chain().focus().togglePullQuote().run() },
  ],
  [
    { id: 'bulletList', label: 'Bulleted list', keys: 'Mod-Shift-8', sign: <Sign d="M3 4.5h.01M3 9h.01M3 13.5h.01M7 4.5h8M7 9h8M7 13.5h8" />, isOn: (editor) => editor.isActive('bulletList'), run: (editor) => editor.chain().focus().toggleBulletList().run() },
    { id: 'orderedList', label: 'Numbered list', keys: 'Mod-Shift-7', sign: <Sign d="M2.5 3.5 4 3v4M2.5 11h2L2.5 14h2M8 4.5h7M8 9h7M8 13.5h7" />, isOn: (editor) => editor.isActive('orderedList'), run: (editor) => editor.chain().focus().toggleOrderedList().run() },
    { id: 'indent', label: 'Indent list item', keys: 'Mod-]', sign: <Sign d="M3 3.5h12M8 7.5h7M8 11h7M3 14.5h12M3 7l2.5 2.2L3 11.5" />, isOn: null, isOff: (editor) => !canIndent(editor) || !editor.can().sinkListItem('listItem'), run: (editor) => editor.chain().focus().sinkListItem('listItem').run() },
    { id: 'outdent', label: 'Outdent list item', keys: 'Mod-[', sign: <Sign d="M3 3.5h12M8 7.5h7M8 11h7M3 14.5h12M5.5 7 3 9.2l2.5 2.3" />, isOn: null, isOff: (editor) => !editor.isActive('listItem'), run: (editor) => editor.chain().focus().liftListItem('listItem').run() },
  ],
  [{ id: 'picture', label: 'Insert picture', keys: null, sign: <Sign d="M2.5 3.5h13v11h-13zM2.5 12l3.5-3.5 3 3 2.5-2.5 4 4M12 6.5h.01" />, isOn: null, opens: { kind: 'picture' } }],
  [
    { id: 'undo', label: 'Undo', keys: 'Mod-z', sign: <Sign d="M6 3 3 6l3 3M3 6h7.5a4 4 0 0 1 0 8H7" />, isOn: null, isOff: (editor) => !editor.can().undo(), run: (editor) => editor.chain().focus().undo().run() },
    { id: 'redo', label: 'Redo', keys: 'Mod-Shift-z', sign: <Sign d="m12 3 3 3-3 3M15 6H7.5a4 4 0 0 0 0 8H11" />, isOn: null, isOff: (editor) => !editor.can().redo(), run: (editor) => editor.chain().focus().redo().run() },
  ],
]

export const TOOLS: readonly Tool[] = TOOL_GROUPS.flat()

/** What stands over a selection. */
export const SELECTION_TOOLS: readonly Tool[] = [bold, italic, link, source, subhead, quote, note]

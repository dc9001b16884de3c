/** What can be done in the text with the keyboard. `keys`: as Tiptap writes them; `typed`: what is typed as text. */
export type Shortcut = { what: string } & ({ keys: string } | { typed: string })

/** Every shortcut of the text, group by group; the help dialog shows them. */
export const SHORTCUT_GROUPS: readonly { name: string; shortcuts: readonly Shortcut[] }[] = [
  {
    name: 'Words',
    shortcuts: [
      { what: 'Bold', keys: 'Mod-b' },
      { what: 'Italic', keys: 'Mod-i' },
      { what: 'Link', keys: 'Mod-k' },
      { what: 'Source (a footnote)', keys: 'Mod-Alt-f' },
      { what: 'Language of the selected words', keys: 'Mod-Alt-l' },
      { what: 'New line in the same paragraph', keys: 'Shift-Enter' },
      { what: 'Undo', keys: 'Mod-z' },
      { what: 'Redo', keys: 'Mod-Shift-z' },
    ],
  },
  {
    name: 'Blocks',
    shortcuts: [
      { what: 'Choose a block', typed: '/' },
      { what: 'Subhead', keys: 'Mod-Alt-2' },
      { what: 'Smaller subhead', keys: 'Mod-Alt-3' },
      { what: 'Paragraph', keys: 'Mod-Alt-0' },
      { what: 'Bulleted list', keys: 'Mod-Shift-8' },
      { what: 'Numbered list', keys: 'Mod-Shift-7' },
      { what: 'List item deeper', keys: 'Mod-]' },
      { what: 'List item less deep', keys: 'Mod-[' },
      { what: 'Block quote', keys: 'Mod-Shift-b' },
      { what: 'Pull quote', keys: 'Mod-Alt-q' },
      { what: 'Move the block up', keys: 'Alt-Shift-ArrowUp' },
      { what: 'Move the block down', keys: 'Alt-Shift-ArrowDown' },
      { what: 'Go on below a fact box or table', keys: 'Mod-Enter' },
      { what: 'Next cell of a table', keys: 'Tab' },
      { what: 'Cell before', keys: 'Shift-Tab' },
    ],
  },
  {
    name: 'Typed at the start of a line',
    shortcuts: [
      { what: 'Subhead', typed: '## and a space' },
      { what: 'Smaller subhead', typed: '### and a space' },
      { what: 'Bulleted list', typed: '- and a space' },
      { what: 'Numbered list', typed: '1. and a space' },
      { what: 'Block quote', typed: '> and a space' },
      { what: 'Divider', typed: '---' },
    ],
  },
  {
    name: 'Typed anywhere',
    shortcuts: [
      { what: 'Bold', typed: '**word**' },
      { what: 'Italic', typed: '*word*' },
    ],
  },
  {
    name: 'With others',
    shortcuts: [
      { what: 'Note on the selected words, or open the note here', keys: 'Mod-Alt-m' },
      { what: 'Accept the suggestion here', keys: 'Mod-Alt-a' },
      { what: 'Reject the suggestion here', keys: 'Mod-Alt-x' },
    ],
  },
  {
    name: 'Around the text',
    shortcuts: [
      { what: 'Find and replace', keys: 'Mod-f' },
      { what: 'To the text tools', keys: 'Alt-F10' },
      { what: 'Back to the text', keys: 'Escape' },
      { what: 'This list', keys: 'Mod-/' },
    ],
  },
]

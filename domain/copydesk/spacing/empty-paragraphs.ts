import type { CopyText, Finding, Rule } from '../finding.ts'
import { findEach, findingAt } from '../reading/passages.ts'

const ID = 'empty-paragraphs'
const KINDS = ['paragraph', 'heading', 'listItem', 'quote', 'factBox'] as const

function emptyBlocks({ blocks }: CopyText): Finding[] {
  const last = blocks.at(-1)?.index
  return blocks.flatMap(({ index, kind, text }) => {
    const isEmpty = text.replace(/[\u200b\u2060\u00ad]/g, '').trim() === ''
    // The last one is where the writer goes on writing.
    if (!isEmpty || index === last || !KINDS.some((one) => one === kind)) return []
    const found = findingAt(ID, { field: 'body', block: index, kind, text }, 0, text.length, {
      message: 'This paragraph is empty. The page sets the space between paragraphs itself.',
    })
    return [{ ...found, removeBlock: true } satisfies Finding]
  })
}

/** Blank lines: empty paragraphs, and several line breaks in a row inside one. */
export const emptyParagraphs: Rule = {
  id: ID,
  name: 'Blank lines',
  source: 'Newsroom practice: space between paragraphs belongs to the page, not to the copy',
  defaultLevel: 'ADVISORY',
  find: (text) => [
    ...emptyBlocks(text),
    ...findEach(ID, text, KINDS, /(?<=\n)\n+/g, (_match, { text: words }) =>
      words.trim() === '' ? null : { message: 'A blank line stands inside the paragraph. Begin a new paragraph instead.', fix: '' },
    ),
  ],
}

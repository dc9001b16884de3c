import type { CopyText, Finding, Rule } from '../finding.ts'
import { findingAt } from '../reading/passages.ts'

const ID = 'heading-levels'

/** Small subheads without a large one above them: whoever listens to the page looks for what is missing. */
export const headingLevels: Rule = {
  id: ID,
  name: 'Skipped heading level',
  source: 'WCAG 2.2, 1.3.1; W3C: headings, levels without gaps',
  defaultLevel: 'ADVISORY',
  find: ({ blocks }: CopyText): Finding[] => {
    const large = blocks.findIndex(({ level }) => level === 2)
    return blocks
      .filter(({ level, text }, at) => level === 3 && text !== '' && (large === -1 || at < large))
      .map(({ index, kind, text }) =>
        findingAt(ID, { field: 'body', block: index, kind, text }, 0, text.length, { message: 'A smaller subhead stands here without a large one above it. Make this one a large subhead.' }),
      )
  },
}

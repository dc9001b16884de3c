import type { Rule } from '../finding.ts'
import { EVERYWHERE, findEach } from '../reading/passages.ts'

const ID = 'stray-spaces'

/** A run of plain spaces or tabs from its beginning, so that a long run is read once. A no-break space is another rule's. */
const RUN = /(?<![\s])[ \t]+(?![^\S \t\n])/g
const BEFORE_PUNCTUATION = /^(?:[,;!?](?![-)(])|[.](?![.\d\p{L}])|[:](?![-)(DP3])|[)\]”’](?![\p{L}\d]))/u

/** Spaces that nobody meant: doubled, at an end, before punctuation, inside a quotation mark or bracket. */
export const straySpaces: Rule = {
  id: ID,
  name: 'Stray spaces',
  source: 'AP Stylebook: punctuation (a single space between sentences, none before punctuation)',
  defaultLevel: 'ADVISORY',
  find: (text) =>
    findEach(ID, text, EVERYWHERE, RUN, ({ index, 0: run }, { text: words }) => {
      const after = words.slice(index + run.length, index + run.length + 3)
      if (index === 0) return { message: 'The text begins with a space.', fix: '' }
      if (after === '' || after.startsWith('\n')) return { message: 'A space stands at the end of the line.', fix: '' }
      if (BEFORE_PUNCTUATION.test(after)) return { message: 'No space stands before this mark.', fix: '' }
      if (/[“‘([]/.test(words[index - 1] ?? '')) return { message: 'No space stands after an opening mark.', fix: '' }
      return run === ' ' ? null : { message: run.includes('\t') ? 'A tab stands where a space should.' : 'One space is enough, between sentences too.', fix: ' ' }
    }),
}

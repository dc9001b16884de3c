import type { Rule } from '../finding.ts'
import { EVERYWHERE, findEach } from '../reading/passages.ts'

const ID = 'non-breaking-spaces'

/** A run of spaces and signs without width, with one among them that is not plain. Joiners stay: they hold emoji and scripts together. */
const UNSEEN = /(?<![^\S\n]|[\u00ad\u200b\u2060])[^\S\n\u00a0\u2007\u202f\ufeff]*[\u00a0\u2007\u202f\ufeff\u00ad\u200b\u2060](?:[^\S\n]|[\u00ad\u200b\u2060])*/g
const WIDTHLESS = /^[\u00ad\u200b\u2060\ufeff]+$/

/** No-break spaces and unseen signs, which come along when text is pasted from a web page or a word processor. */
export const nonBreakingSpaces: Rule = {
  id: ID,
  name: 'Non-breaking spaces and unseen signs',
  source: 'Newsroom practice: text comes into the paper plain, and the page breaks its lines itself',
  defaultLevel: 'ADVISORY',
  find: (text) =>
    findEach(ID, text, EVERYWHERE, UNSEEN, ({ index, 0: run }, { text: words }) => {
      if (WIDTHLESS.test(run)) return { message: 'A sign that nobody can see was pasted along. It splits the word for search and for screen readers.', fix: '' }
      const isAtEnd = index === 0 || words[index - 1] === '\n' || index + run.length === words.length || words[index + run.length] === '\n'
      return {
        message: isAtEnd ? 'A non-breaking space was pasted along at the end of the text.' : 'A non-breaking space was pasted along. It keeps a line from breaking here.',
        fix: isAtEnd ? '' : ' ',
      }
    }),
}

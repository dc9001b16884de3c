import type { Rule } from '../finding.ts'
import { findEach, SENTENCES } from '../reading/passages.ts'

const ID = 'missing-space'

/** "end.The", "one,two", "all;but": never inside addresses, file names, handles, or abbreviations with a single letter. */
const CLOSED_UP = /(?<=(?<![\p{L}\p{N}@/_.-])\p{L}{2,30})(?:[.!?]["”’]?(?=["“‘]?\p{Lu}\p{Ll})|[,;](?=\p{L}{2}))/gu
const DOTTED_NAME = /^(?:com|org|net|edu|gov|io|js|py|tv|co|us|uk)\b/i

/** A missing space after punctuation. */
export const missingSpace: Rule = {
  id: ID,
  name: 'Missing space after punctuation',
  source: 'AP Stylebook: punctuation (a single space after a full stop)',
  defaultLevel: 'ADVISORY',
  find: (text) =>
    findEach(ID, text, SENTENCES, CLOSED_UP, ({ index, 0: mark }, { text: words }) => {
      if (DOTTED_NAME.test(words.slice(index + mark.length, index + mark.length + 5))) return null
      return { message: 'A space belongs after this mark.', fix: `${mark} ` }
    }),
}

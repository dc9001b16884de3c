import type { Rule } from '../finding.ts'
import { EVERYWHERE, findEach } from '../reading/passages.ts'
import { quotationsIn } from '../reading/quotations.ts'

const ID = 'punctuation-outside-quotes'

const OUTSIDE = /(?<=[^\s.,!?;:…“‘"'”’\d])([’']?["”]|’)([.,])(?![.\p{L}\d])/gu
const INSIDE = /(?<=[^\s.,!?;:…])([;:])(["”])/g

/** Whether a single closing mark at this offset closes a ‘quotation’, and is no apostrophe of a plural. */
function closesSingle(words: string, at: number): boolean {
  const before = words.slice(Math.max(0, at - 300), at)
  const open = before.lastIndexOf('‘')
  return open !== -1 && !/’(?!\p{L})/u.test(before.slice(open))
}

/** A single letter or figure between marks may be a key or a grade, where the mark outside is no slip. */
const isSingle = (words: string, at: number) => /["“‘'][\p{L}\d]$/u.test(words.slice(Math.max(0, at - 2), at))

/** Periods and commas that stand behind the closing mark, and semicolons and colons before it (US style). ? and ! go by the sense. */
export const punctuationOutsideQuotes: Rule = {
  id: ID,
  name: 'Punctuation outside closing quotes',
  source: 'AP Stylebook: quotation marks, placement with other punctuation',
  defaultLevel: 'ADVISORY',
  find: (text) => [
    ...findEach(ID, text, EVERYWHERE, OUTSIDE, ({ index, 0: all, 1: closing = '', 2: mark = '' }, { text: words }) => {
      if (isSingle(words, index)) return null
      if (closing === '’' && !closesSingle(words, index)) return null
      if (closing.endsWith('"') && !quotationsIn(words).some(({ to }) => to === index + closing.length)) return null
      const name = mark === '.' ? 'period' : 'comma'
      return { message: `In American style the ${name} stands inside the closing quotation mark.`, fix: `${mark}${closing}`, length: all.length }
    }),
    ...findEach(ID, text, EVERYWHERE, INSIDE, ({ 1: mark = '', 2: closing = '', index }, { text: words }) => {
      if (closing === '"' && !quotationsIn(words).some(({ to }) => to === index + 2)) return null
      return { message: `A ${mark === ';' ? 'semicolon' : 'colon'} stands outside the closing quotation mark.`, fix: `${closing}${mark}` }
    }),
  ],
}

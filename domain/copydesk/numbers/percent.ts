import type { Rule } from '../finding.ts'
import { EVERYWHERE, findEach } from '../reading/passages.ts'
import { opensSentence } from '../reading/sentences.ts'
import { fromWords, ONE_TO_9, TEN_TO_99 } from './number-words.ts'

const ID = 'percent'

const FIGURE = '\\d[\\d,]*(?:\\.\\d+)?'
const SIGN = '(?:\\s?(?:percent|per cent|pct\\.?)(?!\\p{L})|[ \\u00a0]%)'
const WRITTEN = new RegExp(`(?<![\\d.,$])(?:(${FIGURE})( to |-)(?=\\d))?(${FIGURE})${SIGN}`, 'gu')
const SPELLED = new RegExp(`(?<![\\p{L}\\p{N}’'-])(${TEN_TO_99}|${ONE_TO_9}) (?:percent|per cent)(?!\\p{L})`, 'giu')

/** Figures with the sign: 68%. At the start of a sentence the number is spelled out, and so is "percent". */
export const percent: Rule = {
  id: ID,
  name: 'AP percent',
  source: 'AP Stylebook: percent, percentage, percentage points (the sign % with figures, since 2019)',
  defaultLevel: 'ADVISORY',
  find: (text) => [
    ...findEach(ID, text, EVERYWHERE, WRITTEN, ({ 1: low, 2: joint = '', 3: figure = '' }) => ({
      message: 'With a figure, AP uses the sign, without a space.',
      fix: low === undefined ? `${figure}%` : joint === '-' ? `${low}%-${figure}%` : `${low}%${joint}${figure}%`,
    })),
    ...findEach(ID, text, EVERYWHERE, SPELLED, ({ index, 1: word = '' }, { text: words }) => {
      const value = fromWords(word)
      return value === null || opensSentence(words, index) ? null : { message: 'AP writes percentages in figures, with the sign.', fix: `${value}%` }
    }),
  ],
}

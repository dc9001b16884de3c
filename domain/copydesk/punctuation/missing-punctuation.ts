import type { CopyText, Finding, Rule } from '../finding.ts'
import { findEach, findingAt, OWN_SENTENCES, passagesOf } from '../reading/passages.ts'
import { wordCount } from '../../document/plain-text.ts'

const ID = 'missing-punctuation'
const SAY = 'said|says|asked|added|replied|answered|explained|wrote|told \\p{L}{2,20}'
const BEFORE_ATTRIBUTION = /(?<=\p{L})[”"](?= (?:(?:he|she|they|\p{Lu}[\p{L}’-]{1,30}(?: \p{Lu}[\p{L}’-]{1,30})?) )?(?:said|says|asked|added|explained)\b)/gu
/** Shorter lines are labels, results, sign-offs. */
const SENTENCE_WORDS = 10

function withoutEnd(text: CopyText): Finding[] {
  return passagesOf(text, ['paragraph', 'quote']).flatMap((passage) => {
    const words = passage.text.trimEnd()
    const last = /[\p{L}\p{N}%]$/u.exec(words)
    const isAddress = /\S*(?:@|\/|www\.)\S*$/.test(words.slice(-80))
    if (last === null || isAddress || wordCount(words) < SENTENCE_WORDS) return []
    const begin = Math.max(words.lastIndexOf(' ') + 1, words.length - 60)
    return [findingAt(ID, passage, begin, words.length, { message: 'The paragraph ends without a full stop. Is something missing?', fix: `${words.slice(begin)}.` })]
  })
}

/** A paragraph that simply stops, and quotations that run into their attribution without a comma. */
export const missingPunctuation: Rule = {
  id: ID,
  name: 'Missing punctuation',
  source: 'AP Stylebook: period; comma (introducing direct quotes, before attribution)',
  defaultLevel: 'ADVISORY',
  find: (text) => [
    ...withoutEnd(text),
    ...findEach(ID, text, OWN_SENTENCES, new RegExp(`(?<=\\b)(?:${SAY})(?= [“"]\\p{Lu}\\p{Ll}*[’']?\\p{L}* \\p{Ll})`, 'gu'), ({ 0: verb }) => ({
      message: 'A comma introduces a quotation that is a whole sentence.',
      fix: `${verb},`,
    })),
    ...findEach(ID, text, OWN_SENTENCES, BEFORE_ATTRIBUTION, ({ 0: mark }) => ({
      message: 'A comma ends a quotation before its attribution, inside the marks.',
      fix: `,${mark}`,
    })),
  ],
}

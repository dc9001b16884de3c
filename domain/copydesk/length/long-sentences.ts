import { wordCount } from '../../document/plain-text.ts'
import type { CopyText, Finding, Rule } from '../finding.ts'
import { findingAt, passagesOf } from '../reading/passages.ts'
import { sentencesIn } from '../reading/sentences.ts'

const ID = 'long-sentences'
export const MAX_SENTENCE_WORDS = 40

/** Sentences that are hard to follow to their end. Quotation blocks are left alone: their words are somebody else's. */
export const longSentences: Rule = {
  id: ID,
  name: 'Long sentences',
  source: 'AP practice: sentences of 20 words on average; over 40 few readers follow',
  defaultLevel: 'ADVISORY',
  find: (text: CopyText): Finding[] =>
    passagesOf(text, ['deck', 'paragraph', 'listItem', 'factBox', 'caption']).flatMap((passage) =>
      sentencesIn(passage.text).flatMap(({ from, to }) => {
        const words = wordCount(passage.text.slice(from, to))
        if (words <= MAX_SENTENCE_WORDS) return []
        return [findingAt(ID, passage, from, to, { message: `This sentence has ${words} words. Make two of it.` })]
      }),
    ),
}

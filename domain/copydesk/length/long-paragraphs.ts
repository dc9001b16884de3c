import { wordCount } from '../../document/plain-text.ts'
import type { CopyText, Finding, Rule } from '../finding.ts'
import { findingAt, passagesOf } from '../reading/passages.ts'

const ID = 'long-paragraphs'
/** News paragraphs hold one thought: mostly one to three sentences. Opinion and features take more room. */
export const MAX_PARAGRAPH_WORDS = { news: 65, other: 90 } as const

/** Paragraphs that a phone shows as a gray wall. */
export const longParagraphs: Rule = {
  id: ID,
  name: 'Long paragraphs',
  source: 'AP practice and JEA/NSPA: short paragraphs, one idea each',
  defaultLevel: 'ADVISORY',
  find: (text: CopyText): Finding[] => {
    const most = text.isNews ? MAX_PARAGRAPH_WORDS.news : MAX_PARAGRAPH_WORDS.other
    return passagesOf(text, ['paragraph', 'quote', 'listItem']).flatMap((passage) => {
      const words = wordCount(passage.text)
      if (words <= most) return []
      return [findingAt(ID, passage, 0, passage.text.length, { message: `This paragraph has ${words} words. Over ${most}, readers on a phone lose their place: break it at a new thought.` })]
    })
  },
}

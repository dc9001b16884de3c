import { wordCount } from '../../document/plain-text.ts'
import type { CopyText, Finding, Rule } from '../finding.ts'
import { findingAt, passagesOf } from '../reading/passages.ts'
import { sentencesIn } from '../reading/sentences.ts'

const ID = 'pasted-twice'
/** Shorter sentences come back by chance or on purpose. */
const FEWEST_WORDS = 7

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** The same sentence or paragraph twice in the running text. A pull quote repeats by its nature and is left alone. */
export const pastedTwice: Rule = {
  id: ID,
  name: 'Text pasted twice',
  source: 'Newsroom practice: read the story once from top to bottom before it goes on',
  defaultLevel: 'ADVISORY',
  find: (text: CopyText): Finding[] => {
    const seen = new Set<string>()
    return passagesOf(text, ['paragraph', 'quote', 'listItem']).flatMap((passage) => {
      const sentences = sentencesIn(passage.text).filter(({ from, to }) => wordCount(passage.text.slice(from, to)) >= FEWEST_WORDS)
      const again = sentences.filter(({ from, to }) => {
        const words = plain(passage.text.slice(from, to))
        if (seen.has(words)) return true
        seen.add(words)
        return false
      })
      const [first, last] = [again[0], again.at(-1)]
      if (first === undefined || last === undefined) return []
      // A whole paragraph is one finding, not one a sentence.
      if (again.length === sentences.length) return [findingAt(ID, passage, first.from, last.to, { message: 'These words stand in the story already. Was something pasted twice?' })]
      return again.map(({ from, to }) => findingAt(ID, passage, from, to, { message: 'This sentence stands in the story already. Was something pasted twice?' }))
    })
  },
}

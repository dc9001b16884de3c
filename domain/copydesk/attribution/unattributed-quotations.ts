import type { CopyText, Finding, Rule } from '../finding.ts'
import { wordCount } from '../../document/plain-text.ts'
import { findingAt, passagesOf, type Passage } from '../reading/passages.ts'
import { quotationsIn, withoutQuotations, type Span } from '../reading/quotations.ts'
import { opensSentence } from '../reading/sentences.ts'
import { SPEECH_VERBS } from './speech-verbs.ts'

const ID = 'unattributed-quotations'
/** Shorter ones are titles, names, single words. */
const QUOTATION_WORDS = 5
const SPOKEN = new RegExp(`(?<!\\p{L})(?:${SPEECH_VERBS})(?!\\p{L})`, 'iu')

function isWholeSentence(text: string, { from, to }: Span): boolean {
  const inner = text.slice(from + 1, to).replace(/[”"]$/, '')
  return wordCount(inner) >= QUOTATION_WORDS && /^\p{Lu}/u.test(inner) && /[.!?,…][’']?$/.test(inner) && opensSentence(text, from) && !/:\s*$/.test(text.slice(Math.max(0, from - 3), from))
}

/** Whether a paragraph before it leaves its quotation open, or announces one. */
function isCarriedOver(before: Passage | undefined): boolean {
  if (before === undefined || before.kind !== 'paragraph') return false
  const lastSpan = quotationsIn(before.text).at(-1)
  const staysOpen = lastSpan?.to === before.text.length && !/[”"]\s*$/.test(before.text)
  return staysOpen || /:\s*$/.test(before.text)
}

/** Whole sentences between quotation marks in a paragraph that does not say who spoke. */
export const unattributedQuotations: Rule = {
  id: ID,
  name: 'Quotations without attribution',
  source: 'AP Stylebook: quotations in the news; JEA/NSPA practice: every direct quotation has its speaker',
  defaultLevel: 'ADVISORY',
  find: (text: CopyText): Finding[] => {
    const passages = passagesOf(text, ['paragraph', 'heading', 'pullQuote', 'quote', 'listItem'])
    return passages.flatMap((passage, index) => {
      if (passage.kind !== 'paragraph') return []
      const whole = quotationsIn(passage.text).filter((span) => isWholeSentence(passage.text, span))
      const [first] = whole
      if (first === undefined || SPOKEN.test(withoutQuotations(passage.text)) || isCarriedOver(passages[index - 1])) return []
      return [findingAt(ID, passage, first.from, first.to, { message: 'Nobody is named who says this. Add “…, said” with the speaker.' })]
    })
  },
}

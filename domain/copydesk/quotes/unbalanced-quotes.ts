import type { CopyText, Finding, Rule } from '../finding.ts'
import { EVERYWHERE, findingAt, passagesOf, type Passage } from '../reading/passages.ts'

const ID = 'unbalanced-quotes'

type Unmatched = { at: number; mark: string }

/** The double marks and brackets of a text that have no partner. */
function unmatchedIn(text: string): Unmatched[] {
  const open: Unmatched[] = []
  const lonely: Unmatched[] = []
  for (const { 0: mark, index: at } of text.matchAll(/[“”()[\]]|(?<!\d)"/g)) {
    const last = open.at(-1)?.mark
    if (mark === '"' ? last !== '"' : /[“([]/.test(mark)) open.push({ at, mark })
    else if (last === undefined || !`${last}${mark}`.match(/^(?:“”|""|\(\)|\[\])$/)) {
      // "a)" and ":)" are no brackets of ours.
      if (mark !== ')' || !/(?:^|\s)(?:\w{1,2}|[:;]-?)$/.test(text.slice(Math.max(0, at - 4), at))) lonely.push({ at, mark })
    } else open.pop()
  }
  return [...open, ...lonely].toSorted((one, other) => one.at - other.at)
}

const opensWithMark = (passage: Passage | undefined) => /^\s*[“"]/.test(passage?.text ?? '')

function message(mark: string): string {
  if (/["“]/.test(mark)) return 'This quotation mark opens a quotation that is never closed.'
  return mark === '”' ? 'This quotation mark closes a quotation that was never opened.' : 'This bracket has no partner.'
}

/** Quotation marks and brackets without a partner. A quotation may run over several paragraphs, each opening with a mark. */
export const unbalancedQuotes: Rule = {
  id: ID,
  name: 'Unbalanced quotation marks',
  source: 'AP Stylebook: quotation marks (running quotations: open each paragraph, close the last); parentheses',
  defaultLevel: 'ADVISORY',
  find: (text: CopyText): Finding[] => {
    const passages = passagesOf(text, EVERYWHERE)
    return passages.flatMap((passage, index) => {
      const unmatched = unmatchedIn(passage.text)
      const quotes = unmatched.filter(({ mark }) => /[“"]/.test(mark))
      const goesOn = quotes.length === 1 && passage.field === 'body' && opensWithMark(passages.slice(index + 1).find(({ kind }) => kind !== 'pullQuote' && kind !== 'heading'))
      return unmatched
        .filter(({ mark }) => !(goesOn && /[“"]/.test(mark)))
        .map(({ at, mark }) => findingAt(ID, passage, at, at + 1, { message: message(mark) }))
    })
  },
}

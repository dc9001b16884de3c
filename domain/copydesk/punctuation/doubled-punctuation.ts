import type { Rule } from '../finding.ts'
import { EVERYWHERE, findEach, type Remark } from '../reading/passages.ts'

const ID = 'doubled-punctuation'

/** Two or more marks in a row, with or without a closing quotation mark between them. "..." and "…" are ellipses. */
const MARKS = /(?<![.,;:!?])[.,;:!?]{2,}|(?<![.,;:!?])[.,;:!?]["”’]{1,2}[.,;:]+(?![!?])/g
/** Abbreviations end in a full stop of their own: "at 7 p.m., after", "Jr.,", "U.S.:". */
const ABBREVIATED = /(?:\b(?:[ap]\.m|Jr|Sr|Inc|Co|Corp|Ltd|etc|vs|No|St|Ave|Blvd|Mr|Mrs|Ms|Dr|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Ph\.D|Calif|Ed|approx|est|min|max)|(?:^|[^\p{L}])\p{L}|\p{Lu}\.\p{Lu})$/u

/** Names that end in an exclamation point. */
const NAMED = /(?:Yahoo|Jeopardy|Oklahoma|Mamma Mia|Wham|Panic)$/

function remark(marks: string, before: string): Remark | null {
  const first = marks[0] ?? ''
  if (/["”’]/.test(marks)) {
    // "by 7 p.m.”," and "“Why?”": the first belongs to the words, the last one is one too many.
    if (first === '.' && /[,;:]$/.test(marks) && ABBREVIATED.test(before)) return null
    if (/[?!]/.test(first) && /[;:]$/.test(marks)) return null
    if (/[,;:]/.test(first) && !marks.endsWith(first)) return { message: 'Two marks stand around the quotation mark. Keep one of them.' }
    return { message: 'The quotation ends with a mark already; the one after it is too many.', fix: marks.replace(/[.,;:]+$/, '') }
  }
  if (/^\.{3,4}$/.test(marks)) return null
  if (/^\.+$/.test(marks)) return marks.length === 2 ? { message: 'A full stop stands here twice.', fix: '.' } : { message: 'An ellipsis has three points.', fix: '...' }
  // A word in small letters is no abbreviation: "Warner Bros.," and "Calif.," are.
  if (first === '.' && /^\.[,;:?!]$/.test(marks)) return ABBREVIATED.test(before) || !/(?<!\p{L})\p{Ll}{3,}$/u.test(before) ? null : { message: 'Two marks stand here. Keep one of them.' }
  if (first === '!' && NAMED.test(before)) return null
  if (/^\.{3,4}[,;:!?]$/.test(marks)) return null
  if (/^(.)\1+$/.test(marks)) return { message: /[!?]/.test(first) ? 'One mark is enough: let the words be loud.' : 'The mark stands here twice.', fix: first }
  if (/^[!?]+$/.test(marks)) return { message: 'Use a question mark or an exclamation point, not both.' }
  return { message: 'Two marks stand here. Keep one of them.' }
}

/** The same or another mark twice in a row. */
export const doubledPunctuation: Rule = {
  id: ID,
  name: 'Doubled punctuation',
  source: 'AP Stylebook: punctuation (period, comma, exclamation point, ellipsis)',
  defaultLevel: 'ADVISORY',
  find: (text) =>
    findEach(ID, text, EVERYWHERE, MARKS, ({ index, 0: marks }, { text: words }) => {
      const isPath = words[index + marks.length] === '/'
      return isPath ? null : remark(marks, words.slice(Math.max(0, index - 12), index))
    }),
}

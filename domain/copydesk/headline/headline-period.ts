import type { Rule } from '../finding.ts'
import { findingAt } from '../reading/passages.ts'

const ID = 'headline-period'
const ENDS_ITSELF = /(?:\b(?:[ap]\.m|Jr|Sr|Inc|Co|St|Ave|No|vs|D\.C|[A-Z]\.[A-Z])|\b\p{Lu}|\.)\.$/u

/** A full stop at the end of a headline. One that has a sentence before it ("We came. We saw.") means it. */
export const headlinePeriod: Rule = {
  id: ID,
  name: 'Full stop in a headline',
  source: 'AP Stylebook: headlines; JEA/NSPA practice: a headline ends without a period',
  defaultLevel: 'ADVISORY',
  find: ({ headline }) => {
    const end = headline.trimEnd().length
    const words = headline.slice(0, end)
    if (!words.endsWith('.') || ENDS_ITSELF.test(words.slice(-12)) || /[.!?]["”’]?\s/.test(words.slice(0, -1))) return []
    return [findingAt(ID, { field: 'headline', kind: 'headline', text: headline }, end - 1, end, { message: 'A headline ends without a full stop.', fix: '' })]
  },
}

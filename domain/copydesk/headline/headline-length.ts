import { wordCount } from '../../document/plain-text.ts'
import type { Rule } from '../finding.ts'
import { findingAt } from '../reading/passages.ts'

const ID = 'headline-length'
const WORDS = { least: 3, most: 14 } as const
const MOST_CHARACTERS = 90

/** Headlines too short to say what happened, or too long to be read at one glance. */
export const headlineLength: Rule = {
  id: ID,
  name: 'Headline length',
  source: 'JEA/NSPA practice: five to ten words with a verb; search results cut at about 60 to 70 characters',
  defaultLevel: 'ADVISORY',
  find: ({ headline }) => {
    const words = wordCount(headline)
    const passage = { field: 'headline', kind: 'headline', text: headline } as const
    const at = (message: string) => [findingAt(ID, passage, 0, headline.length, { message })]
    if (words === 0) return []
    if (words < WORDS.least) return at('This headline names a subject. Say with a verb what happened.')
    const isLong = words > WORDS.most || headline.length > MOST_CHARACTERS
    return isLong ? at(`This headline has ${words} words and ${headline.length} characters. Under ${MOST_CHARACTERS} it can be read at one glance; the deck has room for the rest.`) : []
  },
}

import type { Rule } from '../finding.ts'
import { contentWords, shareInCommon } from '../reading/content-words.ts'
import { findingAt } from '../reading/passages.ts'

const ID = 'deck-repeats-headline'
const MOST_IN_COMMON = 0.75
const FEWEST_WORDS = 3

/** A deck that says what the headline has said already. */
export const deckRepeatsHeadline: Rule = {
  id: ID,
  name: 'Deck repeats the headline',
  source: 'JEA/NSPA practice: the deck adds what the headline has no room for',
  defaultLevel: 'ADVISORY',
  find: ({ headline, deck }) => {
    const [head, more] = [contentWords(headline), contentWords(deck)]
    if (Math.min(head.size, more.size) < FEWEST_WORDS || shareInCommon(head, more) <= MOST_IN_COMMON) return []
    return [findingAt(ID, { field: 'deck', kind: 'deck', text: deck }, 0, deck.length, { message: 'The deck repeats the headline. Let it say what comes next: who, why, or what follows.' })]
  },
}

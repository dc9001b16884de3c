import type { Rule } from '../finding.ts'
import { findEach } from '../reading/passages.ts'
import { COLORED_VERBS } from './speech-verbs.ts'

const ID = 'said'

const NAME = '(?:\\p{Lu}[\\p{L}’-]{1,30}(?: \\p{Lu}[\\p{L}’-]{1,30}){0,2}|he|she|they|(?:the|a|one) \\p{Ll}{3,20})'
const VERB = new RegExp(`(?<!\\p{L})(?:${COLORED_VERBS})(?!\\p{L})`, 'gu')
/** ”…,” Beck stated; ”…,” stated Beck. */
const BEHIND_QUOTATION = new RegExp(`[,?!.][”"] (?:${NAME} )?$`, 'u')
const GOES_ON = new RegExp(`^(?:[.,;:]| (?:${NAME}|of|to|when|as|in|about|that|while|after)(?!\\p{L}))`, 'u')
/** Beck stated, “…”. */
const BEHIND_NAME = new RegExp(`${NAME} $`, 'u')
const AROUND = 110

/** Whether a verb ties words to a quotation right beside it; one far from any is left alone. */
function isAttribution(words: string, from: number, to: number): boolean {
  const [before, after] = [words.slice(Math.max(0, from - AROUND), from), words.slice(to, to + AROUND)]
  return (BEHIND_QUOTATION.test(before) && GOES_ON.test(after)) || (/^,? [“"]/.test(after) && BEHIND_NAME.test(before))
}

const BODILY = /^(?:laugh|smile|chuckle|giggle|grin|beam|sigh|gush)/
const LOADED = /^(?:claim|admit|assert|declare|proclaim)/

function why(verb: string): string {
  if (BODILY.test(verb)) return `Nobody can say a sentence by it: write “said”.`
  return LOADED.test(verb) ? `“${verb}” judges what was said: write “said”.` : 'Readers do not see “said”, and it takes no side.'
}

/** Attributions with another verb than "said". "Asked", "added", "explained" and "wrote" say something that "said" does not. */
export const said: Rule = {
  id: ID,
  name: 'Said',
  source: 'AP Stylebook: said; JEA/NSPA practice: “said” is the verb of attribution',
  defaultLevel: 'ADVISORY',
  find: (text) =>
    findEach(ID, text, ['paragraph', 'listItem', 'factBox'], VERB, ({ index, 0: verb }, { text: words }) => {
      if (!isAttribution(words, index, index + verb.length)) return null
      return { message: why(verb), fix: verb.endsWith('s') ? 'says' : 'said' }
    }),
}

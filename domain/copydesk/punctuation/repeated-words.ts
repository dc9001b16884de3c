import type { Rule } from '../finding.ts'
import { EVERYWHERE, findEach } from '../reading/passages.ts'

const ID = 'repeated-words'

const REPEATED = /(?<![\p{L}\p{M}\p{N}'’.@/_-])(\p{L}[\p{L}\p{M}'’]{0,40})(?:[ \t\u00a0]+\1)+(?![\p{L}\p{M}\p{N}'’_-])/giu
/** Pairs that English really has: grammar ("all that that takes"), emphasis, sounds. */
const MEANT = new Set(
  ('had that her is do in very really so no many much far long more bye ha knock night there now well hush blah chop tut cha pom go boo choo ' +
    'bang beep buzz click clap tick tock woof meow ooh la na da hip hear never again please whoa wow yeah yes okay same big little old yum drip').split(' '),
)

/** The same word twice in a row. "Had had", "Walla Walla" and "very, very" are English. */
export const repeatedWords: Rule = {
  id: ID,
  name: 'Repeated words',
  source: 'JEA/NSPA copy-editing practice: read for doubled words, above all across line ends',
  defaultLevel: 'ADVISORY',
  find: (text) =>
    findEach(ID, text, EVERYWHERE, REPEATED, ({ 0: words, 1: word = '' }) => {
      if (MEANT.has(word.toLowerCase())) return null
      // Two capitals are a name (Duran Duran); "The the" has one.
      const all = words.split(/[ \t\u00a0]+/)
      if (all.every((one) => /^\p{Lu}/u.test(one)) && word !== 'I') return null
      return { message: `“${word}” stands here ${all.length === 2 ? 'twice' : `${all.length} times`}.`, fix: all[0] ?? word }
    }),
}

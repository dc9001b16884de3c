import type { Rule } from '../finding.ts'
import { findEach } from '../reading/passages.ts'
import { withoutQuotations } from '../reading/quotations.ts'

const ID = 'first-person'

const FIRST = /(?<![\p{L}\p{N}.’'-])(?:I(?=[ ’'])(?![’']s)|(?:[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|us|Us|[Oo]urs?|[Oo]urselves)(?=[’' ,.;:!?)]|$)(?![’']s\p{L}))/gu
/** "World War I", "Division I", "Title I": a Roman number. */
const NUMBERED = /\p{Lu}[\p{L}]* $/u

/** The writer's own "I", "we" and "our school" in a News story, outside of quotations. */
export const firstPerson: Rule = {
  id: ID,
  name: 'First person in News',
  source: 'JEA/NSPA practice: news is written in the third person; AP: keep the writer out of the story',
  defaultLevel: 'ADVISORY',
  find: (text) =>
    !text.isNews
      ? []
      : findEach(
          ID,
          text,
          ['headline', 'deck', 'paragraph', 'heading', 'listItem', 'factBox', 'caption'],
          FIRST,
          ({ index, 0: word }, { text: words }) => {
            if (word === 'I' && NUMBERED.test(words.slice(Math.max(0, index - 24), index))) return null
            return { message: `“${word}” is the writer’s own voice. In News, name the school or the people instead.` }
          },
          withoutQuotations,
        ),
}

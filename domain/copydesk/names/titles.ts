import type { Rule } from '../finding.ts'
import { findEach, OWN_SENTENCES } from '../reading/passages.ts'
import { withoutQuotations } from '../reading/quotations.ts'
import { opensSentence } from '../reading/sentences.ts'

const ID = 'titles'

/** Titles that a public office or a school confers. "Coach", "teacher" and "custodian" say what somebody does, and stay small. */
const FORMAL = 'president|vice president|principal|vice principal|assistant principal|superintendent|mayor|governor|senator|chancellor|pope|prime minister'
/** Before these, and after them, a president presides over classmates: a description. */
const AMONG_STUDENTS = /(?:\b(?:class|club|council|body|team|society|association|union|chapter|student|senior|junior|sophomore|freshman|school|band|choir|company|league|board|troop|former|then|acting|deputy|co|bank)[ -]|-)$/i
const NAME = '\\p{Lu}[\\p{L}’-]+'

const BEFORE_NAME = new RegExp(`(?<![\\p{L}’])(?:${FORMAL})(?= (?:${NAME}|\\p{Lu}\\.) ${NAME})`, 'gu')
const AFTER_NAME = new RegExp(
  `(?<=${NAME} ${NAME}, (?:the |our )?)(?:President|Vice President|Principal|Vice Principal|Assistant Principal|Superintendent|Mayor|Governor|Senator|Coach|Teacher|Director|Adviser|Counselor|Librarian|Captain|Chair|Treasurer|Secretary)(?=,|\\.$|\\. | of | at | for )`,
  'gu',
)
const ALONE = /(?<=\b(?:the|our|a|The|Our|A) )(?:President|Principal|Vice Principal|Superintendent|Mayor|Governor|Senator|Coach|Teacher|Adviser|Counselor|Librarian|Custodian|Senior|Junior|Sophomore|Freshman|Freshmen|Seniors|Juniors|Sophomores)(?!’s \p{Lu}|[’\p{L}-]| [\p{Lu}\d]|\.? \p{Lu}\p{Ll}+ [Aa]ward)/gu
const COURTESY = new RegExp(`(?<![\\p{L}])(?:Mr|Mrs|Ms|Miss|Mx)\\.? (?=${NAME})`, 'gu')

const HIGH = /(?:high|middle|elementary) school $/i

/** Titles are capitalized before a name and small everywhere else; courtesy titles stay out. */
export const titles: Rule = {
  id: ID,
  name: 'AP titles',
  source: 'AP Stylebook: titles; courtesy titles',
  defaultLevel: 'ADVISORY',
  find: (text) => [
    ...findEach(ID, text, OWN_SENTENCES, BEFORE_NAME, ({ index, 0: title }, { text: words }) => {
      const before = words.slice(Math.max(0, index - 24), index)
      if (AMONG_STUDENTS.test(before) && !HIGH.test(before) && !/\b(?:former|then|acting) $/i.test(before)) return null
      const fix = title.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase())
      return { message: `Directly before a name, a formal title has a capital: ${fix}.`, fix }
    }),
    ...findEach(ID, text, OWN_SENTENCES, AFTER_NAME, ({ 0: title }) => ({ message: 'After a name, a title is small.', fix: title.toLowerCase() })),
    ...findEach(
      ID,
      text,
      OWN_SENTENCES,
      ALONE,
      // "The Principal" with both capitals may open the line as a name; then a person decides.
      ({ index, 0: title }, { text: words }) => (opensSentence(words, index) ? null : { message: 'Without a name, a title or a grade level is small.', fix: title.toLowerCase() }),
      withoutQuotations,
    ),
    // Once a story: a paper that keeps them has dozens.
    ...findEach(
      ID,
      text,
      OWN_SENTENCES,
      COURTESY,
      ({ 0: title }) => ({ message: `AP leaves out courtesy titles: the full name first, the last name after. If your paper keeps “${title.trim()}” for teachers, switch this rule off.` }),
      withoutQuotations,
    ).slice(0, 1),
  ],
}

import type { CopyText, Finding, Rule } from '../finding.ts'
import { findingAt, passagesOf } from '../reading/passages.ts'
import { sentencesIn } from '../reading/sentences.ts'
import { capitalized, inWords } from './number-words.ts'

const ID = 'number-at-start'

/** A figure with what belongs to it. Letters behind it make it a name: 4-H, 49ers, 3D, 7-Eleven. */
const FIGURE = /^(["“‘'(]*)(\d+(?:[,.:]\d+)*)(?![\d\p{L}]|-\p{L}|[/%.)]|[,:]\d)/u
const YEAR = /^(?:1[5-9]|20)\d\d$/

/** Sentences that begin with a figure. A year may; so may a headline. */
export const numberAtStart: Rule = {
  id: ID,
  name: 'Figure at the start of a sentence',
  source: 'AP Stylebook: numerals (spell out a number that begins a sentence, years excepted)',
  defaultLevel: 'ADVISORY',
  find: (text: CopyText): Finding[] =>
    passagesOf(text, ['deck', 'paragraph', 'quote', 'caption']).flatMap((passage) =>
      sentencesIn(passage.text).flatMap(({ from, to }) => {
        const words = passage.text.slice(from, to)
        const [all, marks = '', figure = ''] = FIGURE.exec(words) ?? []
        // A line that is no sentence is a result, a label or a list: "15-13, fifth set".
        if (all === undefined || YEAR.test(figure) || !/[.!?…]["”’)]*$/.test(words) || /^\s?[-–)]/.test(words.slice(all.length))) return []
        const number = Number(figure)
        const isPlain = /^\d{1,2}$/.test(figure) && /^ \p{Ll}/u.test(words.slice(all.length)) && !/^ (?:a\.m|p\.m|percent|million|billion)/.test(words.slice(all.length))
        return [
          findingAt(ID, passage, from + marks.length, from + all.length, {
            message: 'A sentence does not begin with a figure. Spell it out, or begin with another word.',
            ...(isPlain && number > 0 ? { fix: capitalized(inWords(number)) } : {}),
          }),
        ]
      }),
    ),
}

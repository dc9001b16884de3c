import type { CopyText, Finding, Rule } from '../finding.ts'
import { findingAt, passagesOf } from '../reading/passages.ts'

const ID = 'headline-case'

/** Words that headlines are made of and that are no names; for what the story's own text does not show. */
const COMMON = new Set(
  ('wins win won beats beat takes take gets get makes make brings opens open closes returns return faces face meets leads lead helps help gives give goes shows show finds find keeps keep starts start ends end ' +
    'raises moves move plans plan holds hold hosts host earns places loses lost falls rises grows celebrates celebrate announces looks look reflects shares learn learns talks talk hits sets runs says ' +
    'new student students school teacher teachers team club class year season game final finals regional state national title champion championship league first last next after before during about against ' +
    'with from into over under more most best record life community local play concert dance prom football basketball soccer volleyball baseball softball tennis track swimming robotics band choir ' +
    'why what when where which while will your their this that make change future world power story guide review').split(' '),
)

const JOINING = new Set('the and for nor but off out via per its with from into over after before about during against amid upon than that when till until like near under through'.split(' '))

type Word = { text: string; isFirst: boolean }

function wordsOf(headline: string): Word[] {
  return [...headline.matchAll(/[\p{L}][\p{L}\p{M}’'-]*/gu)].map(({ 0: text, index }) => ({ text, isFirst: index === 0 || /(?:[:.!?—–]\s*|^)[“‘"']?$/.test(headline.slice(Math.max(0, index - 4), index)) }))
}

/** Every word that the story itself writes small. */
function smallWordsOf(text: CopyText): Set<string> {
  return new Set(passagesOf(text, ['deck', 'paragraph', 'caption', 'alt']).flatMap(({ text: words }) => words.match(/(?<!\p{L})\p{Ll}[\p{L}’'-]+/gu) ?? []))
}

/** Headlines in Title Case or in capitals. Names keep theirs: only words that are written small elsewhere count. */
export const headlineCase: Rule = {
  id: ID,
  name: 'Headline case',
  source: 'AP Stylebook: headlines (only the first word and proper names have capitals)',
  defaultLevel: 'ADVISORY',
  find: (text: CopyText): Finding[] => {
    const { headline } = text
    const passage = { field: 'headline', kind: 'headline', text: headline } as const
    const words = wordsOf(headline)
    const long = words.filter(({ text: word, isFirst }) => !isFirst && word.length >= 4)
    const found = (message: string) => [findingAt(ID, passage, 0, headline.length, { message })]
    const isShouted = words.length >= 3 && words.filter(({ text: word }) => word.length > 1).every(({ text: word }) => word === word.toUpperCase() && word !== word.toLowerCase())
    if (isShouted) return found('This headline is all capitals. AP headlines are written like a sentence.')
    const capital = long.filter(({ text: word }) => /^\p{Lu}/u.test(word))
    // One verb in small letters shows that the capitals are names: title case leaves only joining words small.
    const hasSmall = words.some(({ text: word, isFirst }) => !isFirst && word.length >= 3 && /^\p{Ll}/u.test(word) && !JOINING.has(word))
    if (capital.length < 2 || hasSmall) return []
    const small = smallWordsOf(text)
    const common = capital.filter(({ text: word }) => COMMON.has(word.toLowerCase()) || small.has(word.toLowerCase()))
    if (common.length === 0) return []
    return found(`AP headlines are written like a sentence: only the first word and names have capitals. Look at “${common.slice(0, 3).map(({ text: word }) => word).join('”, “')}”.`)
  },
}

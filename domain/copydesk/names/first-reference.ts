import type { CopyText, Finding, Rule } from '../finding.ts'
import { findingAt, passagesOf, type Passage } from '../reading/passages.ts'
import { withoutQuotations } from '../reading/quotations.ts'
import { opensSentence } from '../reading/sentences.ts'
import { fullNamesIn } from '../reading/people.ts'

const ID = 'first-reference'
const SAY = '(?:said|says|asked|added|explained|recalled)'
/** A title or a grade before a single name: "Principal Cole said", "said captain Priya". */
const TITLE =
  '(?:[Pp]rincipal|[Cc]oach|[Tt]eacher|[Aa]dviser|[Ss]uperintendent|[Mm]ayor|[Pp]resident|[Cc]aptain|[Dd]irector|[Ll]ibrarian|[Cc]ounselor|[Ff]reshman|[Ss]ophomore|[Jj]unior|[Ss]enior|Mr\\.|Mrs\\.|Ms\\.|Mx\\.|Dr\\.)'
/** Longer than any name; without an end, words without spaces would be read again from each of their letters. */
const NAME = '\\p{Lu}\\p{Ll}[\\p{L}’-]{0,60}'
/** One capitalized word that speaks: not the end of a longer name, and no "the Board". */
const SPEAKER = new RegExp(
  [
    `(?<=(?<!\\p{L})${TITLE} )${NAME}(?= ${SAY}(?!\\p{L}))`,
    `(?<!\\p{Lu}[\\p{L}’.-]{0,60} |\\p{L}|\\b(?:of|the|for|and|an?|[’‘“”&]) )${NAME}(?= ${SAY}(?!\\p{L}))`,
    `(?<=[”"],? ${SAY} (?:${TITLE} )?)(?!${TITLE} )${NAME}(?=[.,;:]|$| (?:of|at|who|after|on|in|during|when|as|to|about) )`,
  ].join('|'),
  'gu',
)
/** No story names more people in full; each of them is looked for in all that stands before. */
const MOST = 500
const TITLED = new RegExp(`^${TITLE}$`, 'u')
/** What speaks and is no last name, where it opens a sentence or is a body. */
const NO_NAME = new Set(
  ('He She They It I We You Who One Some Others Another Both Many Most Few Several Everyone Everybody Somebody Someone Nobody None Neither Each All People Police Staff ' +
    'Students Teachers Parents Officials Organizers Experts Critics Coaches Members Players Administrators Congress Parliament City State District School Board Court Union Council Committee ' +
    'Google Apple Microsoft Amazon Facebook Netflix Admissions Nothing Everything That This Then Ma’am Sir Mom Dad Grandma Grandpa Coach').split(' '),
)

const read = (text: CopyText): Passage[] => passagesOf(text, ['paragraph', 'listItem', 'factBox']).map((passage) => ({ ...passage, text: withoutQuotations(passage.text) }))

const real = (passage: Passage, text: CopyText): Passage => ({ ...passage, text: text.blocks[passage.block ?? 0]?.text ?? passage.text })

/** The first place before the full name where the last name stands alone. `small`: the words that the story writes small. */
function tooEarly(passages: Passage[], last: string, until: { passage: number; at: number }, small: ReadonlySet<string>): { passage: Passage; at: number } | null {
  for (const [index, passage] of passages.slice(0, until.passage + 1).entries()) {
    const words = index === until.passage ? passage.text.slice(0, until.at) : passage.text
    for (let at = words.indexOf(last); at !== -1; at = words.indexOf(last, at + last.length)) {
      const [before, after] = [words.slice(Math.max(0, at - 30), at), words.slice(at + last.length, at + last.length + 3)]
      const isWord = !/[\p{L}’-]$/u.test(before) && !/^[\p{L}-]/u.test(after)
      const isPart = /\p{Lu}[\p{L}’.-]* $/u.test(before) || /^ \p{Lu}/u.test(after)
      // A last name that is a word too (Young, Rose) says nothing where a sentence begins with it.
      if (isWord && !isPart && !(small.has(last.toLowerCase()) && opensSentence(words, at))) return { passage, at }
    }
  }
  return null
}

/** Every capitalized word that another one leads in, a title excepted: what may be the last word of a full name. */
function lastWordsIn(words: string): string[] {
  return [...words.matchAll(/(?<!\p{L})(\p{Lu}[\p{L}’.-]{0,60}) (?=(\p{Lu}[\p{L}’-]{0,60}\p{L}))/gu)].flatMap(({ 1: first = '', 2: name = '' }) => (TITLED.test(first) ? [] : [name.replace(/’s$/, '')]))
}

/** A person is first named in full, and by the last name after that. */
export const firstReference: Rule = {
  id: ID,
  name: 'Full name at first reference',
  source: 'AP Stylebook: names; JEA/NSPA practice: first and last name with grade or title at first reference',
  defaultLevel: 'ADVISORY',
  find: (text: CopyText): Finding[] => {
    const passages = read(text)
    const known = new Set<string>()
    const small = new Set(passages.flatMap(({ text: words }) => words.match(/(?<![\p{L}’-])\p{Ll}{3,}/gu) ?? []))
    const findings: Finding[] = []
    passages.forEach((passage, index) => {
      for (const { from, last } of fullNamesIn(passage.text)) {
        if (known.has(last) || known.size >= MOST) continue
        known.add(last)
        const early = tooEarly(passages, last, { passage: index, at: from }, small)
        if (early === null) continue
        findings.push(findingAt(ID, real(early.passage, text), early.at, early.at + last.length, { message: `“${last}” stands here before the full name has been given.` }))
      }
    })
    const anyName = new Set(passages.flatMap(({ text: words }) => lastWordsIn(words)))
    const asked = new Set<string>()
    for (const passage of passages) {
      for (const { index: at, 0: name } of passage.text.matchAll(SPEAKER)) {
        if (NO_NAME.has(name) || anyName.has(name) || asked.has(name) || text.paperWords.includes(name)) continue
        // "Swimmers said", where the sentence begins: a plural noun with its capital.
        if (opensSentence(passage.text, at) && name.endsWith('s')) continue
        asked.add(name)
        findings.push(findingAt(ID, real(passage, text), at, at + name.length, { message: `The story never says who “${name}” is. Give the full name at the first reference.` }))
      }
    }
    return findings
  },
}

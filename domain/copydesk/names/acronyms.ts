import type { CopyText, Finding, Rule } from '../finding.ts'
import { findingAt, passagesOf } from '../reading/passages.ts'
import { KNOWN_ACRONYMS } from './known-acronyms.ts'

const ID = 'acronyms'

/** Two to six capitals with an ampersand at most; not beside other shouted words, in an address, or part of a code (B2B, A-4). */
const ACRONYM = /(?<![\p{L}\p{N}.@/#_&’'-])\p{Lu}(?:\p{Lu}|&(?=\p{Lu})){1,5}(?=(?:s|[’']s?)?(?![\p{L}\p{N}@/_&]|\.\p{L}|-\d))/gu
const ROMAN = /^[IVXLC]+$/
const SHOUTED_BEFORE = /\p{Lu}{2,}[,:!]? $/u
const SHOUTED_AFTER = /^[,:!]? \p{Lu}{2,}/u
const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to', 'at', 'a', 'an', 'de', '&'])

/** No story has more; so many different ones are no reading for anybody, and asking for each takes time. */
const MOST = 500

/** The first letters of the words of a text, with where each stands; small joining words are left out. */
function initialsOf(text: string): { at: number; letter: string }[] {
  return [...text.matchAll(/\p{L}[\p{L}’']*/gu)].flatMap(({ 0: word, index: at }) => (SMALL.has(word.toLowerCase()) ? [] : [{ at, letter: word.slice(0, 1).toUpperCase() }]))
}

/** Whether its words stand in a text, in this order and next to each other: "National Honor Society", "grade point average". */
function isSpelledOut(acronym: string, initials: readonly string[]): boolean {
  const letters = acronym.replaceAll('&', '')
  // Two letters meet by chance; then somebody has to have written the short form in brackets.
  return letters.length > 2 && initials.some((line) => line.includes(letters))
}

/** Whether it is explained where it stands: "National Honor Society (NHS)", "NHS (National Honor Society)", "the NHS, or National…". */
function isExplainedAt(words: string, from: number, to: number): boolean {
  const before = words.slice(Math.max(0, from - 2), from)
  return before.endsWith('(') || /^ \(|^, (?:or|short for|the) /.test(words.slice(to, to + 14))
}

/** Capitals that are no word of their own: initials of a known list, the paper's dictionary, Roman numbers, "Portland, OR". */
function isKnown(acronym: string, words: string, from: number, own: ReadonlySet<string>): boolean {
  return KNOWN_ACRONYMS.has(acronym) || own.has(acronym) || ROMAN.test(acronym) || (acronym.length === 2 && /\p{L}, $/u.test(words.slice(Math.max(0, from - 3), from)))
}

/** Acronyms that the story uses without having said what they stand for; each is named once, where it comes first. */
export const acronyms: Rule = {
  id: ID,
  name: 'Acronyms spelled out first',
  source: 'AP Stylebook: abbreviations and acronyms (none that the reader would not quickly recognize)',
  defaultLevel: 'ADVISORY',
  find: (text: CopyText): Finding[] => {
    const own = new Set(text.paperWords.flatMap((word) => word.split(/\s+/)))
    const named = new Set<string>()
    const before: string[] = []
    return passagesOf(text, ['paragraph', 'quote', 'listItem', 'factBox']).flatMap((passage) => {
      const { text: words } = passage
      const findings: Finding[] = []
      const initials = initialsOf(words)
      let [read, here] = [0, '']
      for (const { index: from, 0: acronym } of words.matchAll(ACRONYM)) {
        if (named.size >= MOST) break
        for (; (initials[read]?.at ?? from) < from; read += 1) here += initials[read]?.letter ?? ''
        const to = from + acronym.length
        if (named.has(acronym) || isKnown(acronym, words, from, own)) continue
        if (SHOUTED_BEFORE.test(words.slice(Math.max(0, from - 10), from)) || SHOUTED_AFTER.test(words.slice(to, to + 10))) continue
        named.add(acronym)
        if (isExplainedAt(words, from, to) || isSpelledOut(acronym, [...before, here])) continue
        findings.push(findingAt(ID, passage, from, to, { message: `“${acronym}” is never spelled out before this. Write its full name first; the short form comes after.` }))
      }
      before.push(initials.map(({ letter }) => letter).join(''))
      return findings
    })
  },
}

/**
 * Finds names in text, however they are written: "Ana Ruíz", "ANA RUIZ'S", "Ruiz, Ana", "Ana M. Ruiz", "ana-ruiz_2.jpg". Pure, and linear in
 * the length of the text: from each word, no more words are looked at than a long name has.
 */

/** Somebody to find, by whole names: "Ana Ruiz", and others as they were entered by hand. */
export type NameEntry = { id: string; names: readonly string[] }
/** Where somebody is named: [start, end) in the text as it was given. */
export type NameHit = { id: string; start: number; end: number }
export type NameFinder = (text: string, options?: { fileName: boolean }) => NameHit[]

type Word = { key: string; start: number; end: number; aside: boolean }
type Node = { next: Map<string, Node>; ids: Set<string> }

/** A place in the tree of names, and how many words between were left out on the way to it. */
type Step = { node: Node; skipped: number }

/** So many middle initials and nicknames may stand in a name. */
const MOST_SKIPPED = 2
/** Nobody's name has more words. */
const MOST_WORDS = 12
const SHORTEST_JOINED = 5
const COMMA = ','

/** Scripts that write names without spaces: every sign counts as a word. */
const ALONE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}'
const APOSTROPHES = "'’‘ʼ＇`´"
/** What is in a word and cannot be seen. */
const UNSEEN = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff'
const WORD = new RegExp(`[${ALONE}]|(?:(?![${ALONE}])[\\p{L}\\p{M}${APOSTROPHES}${UNSEEN}])+`, 'gu')
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

const INVISIBLE = new RegExp(`[${UNSEEN}]`, 'g')
const POSSESSIVE = new RegExp(`[${APOSTROPHES}][sS]$`)
const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'g')

const isApostrophe = (sign: string | undefined) => sign !== undefined && APOSTROPHES.includes(sign)

/** Without the apostrophes around it. By hand: an expression anchored at the end starts over at every sign of a long run. */
function withoutQuotes(word: string): string {
  let [start, end] = [0, word.length]
  while (start < end && isApostrophe(word[start])) start += 1
  while (end > start && isApostrophe(word[end - 1])) end -= 1
  return word.slice(start, end)
}

/** A word without case, accents, possessive and apostrophes. '' where nothing is left. */
function keyOf(word: string): string {
  return withoutQuotes(word.replace(INVISIBLE, ''))
    .replace(POSSESSIVE, '')
    .replace(APOSTROPHE, '')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
}

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const key = keyOf(word)
    if (key === '') continue
    const [before, after] = [text[index - 1] ?? '', text[index + word.length] ?? '']
    // A nickname between first and last name, or a middle initial.
    const aside = [...key].length === 1 || (/["“”„«(]/.test(before) && /["“”»)]/.test(after)) || (isApostrophe(word[0]) && isApostrophe(word.at(-1)))
    words.push({ key, start: index, end: index + word.length, aside })
  }
  return words
}

/** How two words follow each other: as parts of one name, with a comma as in an index, or not at all. */
function gapBetween(text: string, a: Word, b: Word): 'plain' | 'comma' | 'none' {
  if (b.start - a.end > 6) return 'none'
  const gap = text.slice(a.end, b.start)
  if (/^[\s_+\-‐-―"“”„«»()*·]*$/.test(gap) || gap === '.') return 'plain'
  if (/^\.["“”)]?\s+["“”(]?$/.test(gap)) return [...a.key].length === 1 ? 'plain' : 'none'
  return /^\s?,\s*$/.test(gap) ? 'comma' : 'none'
}

/** The sequences of words that name somebody called so. */
function patternsOf(name: string): string[][] {
  const words = wordsOf(name.replace(',', ' ')).map(({ key }) => key).slice(0, MOST_WORDS)
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined) return []
  if (words.length === 1) return [words]
  const turned = words.slice(1).map((_, at) => [...words.slice(at + 1), COMMA, ...words.slice(0, at + 1)])
  const joined = [words.join(''), first + last, last + first].filter((word) => [...word].length >= SHORTEST_JOINED).map((word) => [word])
  return [words, [first, last], ...turned, [last, COMMA, first], ...joined]
}

function insert(root: Node, pattern: readonly string[], id: string): void {
  let node = root
  for (const key of pattern) {
    let next = node.next.get(key)
    if (next === undefined) node.next.set(key, (next = { next: new Map(), ids: new Set() }))
    node = next
  }
  node.ids.add(id)
}

/** Makes a finder of these people. In a file name, last and first name may stand in either order without a comma. */
export function nameFinder(entries: readonly NameEntry[]): NameFinder {
  const root: Node = { next: new Map(), ids: new Set() }
  for (const { id, names } of entries) for (const name of names) for (const pattern of patternsOf(name)) insert(root, pattern, id)
  return (text, { fileName } = { fileName: false }) => {
    const words = wordsOf(text)
    return words.flatMap((_, from) => hitsFrom(root, text, words, from, fileName))
  }
}

/** Two ways to one place count once, the one that left out less. */
function eachOnce(steps: readonly Step[]): Step[] {
  const fewest = new Map<Node, number>()
  for (const { node, skipped } of steps) fewest.set(node, Math.min(skipped, fewest.get(node) ?? MOST_SKIPPED))
  return [...fewest].map(([node, skipped]) => ({ node, skipped }))
}

function hitsFrom(root: Node, text: string, words: readonly Word[], from: number, fileName: boolean): NameHit[] {
  const first = words[from]
  const start = first === undefined ? undefined : root.next.get(first.key)
  if (first === undefined || start === undefined) return []
  const found = new Map<string, NameHit>()
  const note = (node: Node, end: number) => node.ids.forEach((id) => found.set(id, { id, start: first.start, end }))
  note(start, first.end)
  let steps: Step[] = [{ node: start, skipped: 0 }]
  for (let at = from + 1; at <= from + MOST_WORDS + MOST_SKIPPED && steps.length > 0; at += 1) {
    const [before, word] = [words[at - 1], words[at]]
    if (before === undefined || word === undefined) break
    const gap = gapBetween(text, before, word)
    if (gap === 'none') break
    const taken = steps.flatMap(({ node: { next }, skipped }): Step[] => {
      const nodes = [gap === 'plain' ? next.get(word.key) : undefined, gap === 'comma' || fileName ? next.get(COMMA)?.next.get(word.key) : undefined]
      return nodes.flatMap((node) => (node === undefined ? [] : [{ node, skipped }]))
    })
    for (const { node } of taken) note(node, word.end)
    const left = word.aside && gap === 'plain' ? steps.flatMap(({ node, skipped }) => (skipped < MOST_SKIPPED ? [{ node, skipped: skipped + 1 }] : [])) : []
    steps = eachOnce([...taken, ...left])
  }
  return [...found.values()]
}

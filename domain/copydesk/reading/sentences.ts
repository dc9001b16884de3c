import type { Span } from './quotations.ts'

/** Words that end in a full stop inside a sentence. */
const ABBREVIATION =
  /(?:^|[\s(“"‘'])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Gov|Lt|Sen|Rep|Sgt|Capt|Gen|Col|Maj|Hon|St|Ste|Mt|Ft|Ave|Blvd|No|Nos|vs|v|Jan|Feb|Aug|Sept|Oct|Nov|Dec|e\.g|i\.e|approx|est|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})$/u
/** Words that end in one inside a sentence or at its end. */
const TIME_OF_DAY = /\b[ap]\.m$/
const AFTER_TIME = /^\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^\s+(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T)\b/

function endsSentence(text: string, stopAt: number, after: number): boolean {
  const next = text.slice(after, after + 24)
  if (!/^\s+["“‘'([]*[\p{Lu}\p{Lt}\p{Lo}\p{N}$#]/u.test(next)) return false
  if (text[stopAt] !== '.' || text[stopAt + 1] === '.') return true
  const before = text.slice(Math.max(0, stopAt - 14), stopAt)
  if (TIME_OF_DAY.test(before)) return !AFTER_TIME.test(next)
  return !ABBREVIATION.test(before)
}

/** The sentences of a paragraph, without the white space between them. Abbreviations, initials and times end none. */
export function sentencesIn(text: string): Span[] {
  const spans: Span[] = []
  let from = 0
  const push = (to: number) => {
    const words = text.slice(from, to)
    const trimmed = words.trim()
    if (trimmed !== '') spans.push({ from: from + words.indexOf(trimmed), to: from + words.indexOf(trimmed) + trimmed.length })
    from = to
  }
  for (const stop of text.matchAll(/[.!?…]{1,4}["”’')\]]{0,3}(?=\s)|\n/g)) {
    const after = stop.index + stop[0].length
    if (stop[0] === '\n' || endsSentence(text, stop.index, after)) push(after)
  }
  push(text.length)
  return spans
}

/** Whether a sentence begins at this offset, be it behind an opening mark: then a word has its capital from there. */
export function opensSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at)
  const plain = before.replace(/["“‘'([\s]+$/, '')
  if (plain === '') return at <= 40
  // "He said, “Twelve of us went.”": the quotation is a sentence of its own.
  if (plain.endsWith(':') || (/[“"]$/.test(before) && plain.endsWith(','))) return true
  const stop = /[.!?…]["”’')\]]*$/.exec(plain)
  if (stop === null) return false
  if (!plain[stop.index]?.includes('.')) return true
  return !ABBREVIATION.test(plain.slice(0, stop.index)) && !(TIME_OF_DAY.test(plain.slice(0, stop.index)) && AFTER_TIME.test(` ${text.slice(at, at + 14)}`))
}

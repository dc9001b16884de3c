import type { Folded } from './fold.ts'

/** A piece of text; `hit`: a word that was looked for. */
export type Piece = { text: string; hit: boolean }
/** A word that was found: [start, end) in the text as it was given, and the word itself, folded. */
export type Hit = { start: number; end: number; word: string }

/** How long a passage is, about; how much of it may stand before the first word that was found. */
const LENGTH = 240
const BEFORE = 80

/** The words of a folded text that were looked for, where they stand in the text itself. */
export function hitsIn(text: string, { text: folded, from }: Folded, isWanted: (word: string) => boolean): Hit[] {
  const hits: Hit[] = []
  for (const { 0: word, index } of folded.matchAll(/[^ ]+/g)) {
    if (isWanted(word)) hits.push({ start: from[index] ?? 0, end: endOfSign(text, from[index + word.length - 1] ?? 0), word })
  }
  return hits
}

/** Behind the sign that begins here, and the marks that stand on it. */
function endOfSign(text: string, at: number): number {
  let end = at + (String.fromCodePoint(text.codePointAt(at) ?? 0).length)
  while (/^\p{M}$/u.test(text[end] ?? '')) end += 1
  return end
}

/** A text cut into pieces, from one place to another. */
export function piecesOf(text: string, hits: readonly Hit[], start = 0, end: number = text.length): Piece[] {
  const pieces: Piece[] = []
  let at = start
  for (const hit of hits) {
    if (hit.start < at || hit.end > end) continue
    pieces.push({ text: text.slice(at, hit.start), hit: false }, { text: text.slice(hit.start, hit.end), hit: true })
    at = hit.end
  }
  pieces.push({ text: text.slice(at, end), hit: false })
  return pieces.filter((piece) => piece.text !== '')
}

/** The first of the hits around which most different words stand, as far as a passage reaches. */
function bestStart(hits: readonly Hit[]): Hit | undefined {
  let best: { hit: Hit; words: number } | undefined
  for (const [index, hit] of hits.entries()) {
    const within = new Set<string>()
    for (let other = index; other < hits.length && (hits[other]?.end ?? 0) <= hit.start + LENGTH - BEFORE; other += 1) within.add(hits[other]?.word ?? '')
    if (best === undefined || within.size > best.words) best = { hit, words: within.size }
  }
  return best?.hit
}

/** Where a passage begins: with its paragraph or sentence if that is near, else with a word. */
function beginBefore(text: string, at: number): number {
  const earliest = Math.max(0, at - BEFORE)
  const before = text.slice(earliest, at)
  const paragraph = before.lastIndexOf('\n') + 1
  if (paragraph > 0) return earliest + paragraph
  if (earliest === 0) return 0
  const sentence = [...text.slice(earliest, at + 1).matchAll(/[.!?]["”’)]?\s+(?=["“‘(]?\p{Lu})/gu)].at(-1)
  if (sentence !== undefined) return earliest + sentence.index + sentence[0].length
  const space = before.indexOf(' ')
  return space === -1 ? at : earliest + space + 1
}

function endBehind(text: string, start: number, least: number): number {
  const farthest = Math.max(least, Math.min(text.length, start + LENGTH))
  if (farthest === text.length) return farthest
  const space = text.slice(least, farthest + 1).lastIndexOf(' ')
  return space === -1 ? farthest : least + space
}

/** The passage of a text in which most of what was looked for stands, cut at words; null where nothing of it stands there. */
export function passageOf(text: string, hits: readonly Hit[]): Piece[] | null {
  const first = bestStart(hits)
  if (first === undefined) return null
  const start = beginBefore(text, first.start)
  const end = endBehind(text, start, first.end)
  const inOneLine = piecesOf(text, hits, start, end).map((piece) => ({ ...piece, text: piece.text.replaceAll('\n', ' ') }))
  return [...(start > 0 ? [{ text: '… ', hit: false }] : []), ...inOneLine, ...(end < text.length ? [{ text: ' …', hit: false }] : [])]
}

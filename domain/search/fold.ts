/**
 * Text as the search compares it: lower case, without accents and apostrophes, everything else that is no letter or digit a space. Queries, stories
 * and names go through this one function, so that nothing depends on the locale that a database was made with.
 */

const APOSTROPHES = "'’‘ʼ＇`´"
/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

function foldSign(sign: string): string {
  if (/^[a-z0-9 ]$/.test(sign)) return sign
  if (APOSTROPHES.includes(sign)) return ''
  const plain = sign.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/\p{M}+/gu, '')
  return plain.replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter).replace(/[^\p{L}\p{N}]/gu, ' ')
}

// Stories and the passages of every answer go through here, sign by sign: of those that texts are made of it is known what becomes of them.
const ASCII = Array.from({ length: 128 }, (_, code) => foldSign(String.fromCodePoint(code)))
const MOST_KNOWN = 5_000
const known = new Map<string, string>()

function foldKnown(sign: string): string {
  const before = known.get(sign)
  if (before !== undefined) return before
  const folded = foldSign(sign)
  if (known.size < MOST_KNOWN) known.set(sign, folded)
  return folded
}

/** A folded text, and for each of its UTF-16 units where the sign that it came from begins in the text as it was given. */
export type Folded = { text: string; from: readonly number[] }

/** Folds a text and remembers where everything was. */
export function foldWithPlaces(text: string): Folded {
  const from: number[] = []
  let [folded, at] = ['', 0]
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0
    const part = ASCII[code] ?? foldKnown(String.fromCodePoint(code))
    folded += part
    for (let unit = 0; unit < part.length; unit += 1) from.push(at)
    at += code > 0xffff ? 2 : 1
  }
  return { text: folded, from }
}

/** Folds a text. */
export function fold(text: string): string {
  return foldWithPlaces(text).text
}

/** The words of a text, folded, in order. */
export function foldedWords(text: string): string[] {
  return fold(text).split(' ').filter((word) => word !== '')
}

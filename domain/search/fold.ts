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

/** A folded text, and for each of its UTF-16 units where the sign that it came from begins in the text as it was given. */
export type Folded = { text: string; from: readonly number[] }

/** Folds a text and remembers where everything was. */
export function foldWithPlaces(text: string): Folded {
  const parts: string[] = []
  const from: number[] = []
  let at = 0
  for (const sign of text) {
    const folded = foldSign(sign)
    parts.push(folded)
    for (let unit = 0; unit < folded.length; unit += 1) from.push(at)
    at += sign.length
  }
  return { text: parts.join(''), from }
}

/** Folds a text. */
export function fold(text: string): string {
  return foldWithPlaces(text).text
}

/** The words of a text, folded, in order. */
export function foldedWords(text: string): string[] {
  return fold(text).split(' ').filter((word) => word !== '')
}

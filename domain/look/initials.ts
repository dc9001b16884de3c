/** Words that a paper's name begins with or holds, and that its letters leave out. */
const SMALL = new Set(['the', 'a', 'an', 'of', 'and', 'el', 'la', 'los', 'las', 'de', 'del', 'y'])

/** The one or two letters that stand for a paper where there is room for no more: "Fourth Period" → "FP", "The Light" → "L". */
export function initials(name: string): string {
  const words = name.split(/[\s\-–—/&.,:;!?'’"“”()]+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const chosen = words.filter((word) => !SMALL.has(word.toLowerCase()))
  return (chosen.length === 0 ? words : chosen).slice(0, 2).map((word) => (/[\p{L}\p{N}]/u.exec(word)?.[0] ?? '').toUpperCase()).join('')
}

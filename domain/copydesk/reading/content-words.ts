const EMPTY = new Set(
  ('a an the and or but nor of in on at to for from by with without into over under after before during about as is are was were be been it its this that these those he she they we i you his her their our your ' +
    'has have had will would can could may not no so than then there here who which what when where how all more most one two new').split(' '),
)

/** A word without its ending, so that "cuts", "cutting" and "cut" are one. Rough: both texts are treated alike. */
function stemOf(word: string): string {
  return word.length < 4 ? word : word.replace(/(?:ing|ed|es|s)$/, '').replace(/e$|(\p{L})\1$/u, '$1')
}

/** The words of a text that carry its sense, without endings, each once: for comparing what two texts say. */
export function contentWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:[’'][\p{L}]+)?/gu) ?? []
  return new Set(words.map((word) => word.replace(/[’'].*$/, '')).filter((word) => !EMPTY.has(word)).map(stemOf))
}

/** How much of the shorter set is in the other: 0 to 1; 0 where one is empty. */
export function shareInCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [short, long] = one.size <= other.size ? [one, other] : [other, one]
  return short.size === 0 ? 0 : [...short].filter((word) => long.has(word)).length / short.size
}

/** How many single mistakes lie between two words: a letter too much, too little, another one, or two changed over (optimal string alignment). */
export function mistakesBetween(one: string, two: string): number {
  const [a, b] = [[...one], [...two]]
  let [before, row] = [[] as number[], b.map((_, at) => at).concat(b.length)]
  for (const [i, letter] of a.entries()) {
    const next = [i + 1]
    for (const [j, other] of b.entries()) {
      const same = letter === other ? 0 : 1
      const least = Math.min((row[j] ?? 0) + same, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1)
      const swapped = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === other ? (before[j - 1] ?? 0) + 1 : least
      next.push(Math.min(least, swapped))
    }
    ;[before, row] = [row, next]
  }
  return row.at(-1) ?? 0
}

/** So many mistakes may lie between what was typed and what was meant. */
export function mistakesAllowed(word: string): number {
  return word.length < 4 ? 0 : word.length < 6 ? 1 : word.length < 10 ? 2 : 3
}

/** The words that somebody may have meant, the nearest first; of equally near ones in the order given. */
export function likelyMeant(typed: string, words: readonly string[]): string[] {
  const near = [...new Set(words)].filter((word) => word !== typed).map((word) => ({ word, mistakes: mistakesBetween(typed, word) }))
  return near.filter(({ mistakes }) => mistakes <= mistakesAllowed(typed)).toSorted((a, b) => a.mistakes - b.mistakes).map(({ word }) => word)
}

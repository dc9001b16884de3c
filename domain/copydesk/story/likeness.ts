/** How many letters must be changed, put in or left out to make one text of the other (Levenshtein); over `most`: `most` + 1. */
export function editDistance(one: string, other: string, most: number): number {
  const [a, b] = [[...one], [...other]]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = b.map((_letter, index) => index + 1)
  row.unshift(0)
  for (const [index, letter] of a.entries()) {
    const next = [index + 1]
    for (const [at, counterpart] of b.entries()) {
      next.push(Math.min((next[at] ?? 0) + 1, (row[at + 1] ?? 0) + 1, (row[at] ?? 0) + (letter === counterpart ? 0 : 1)))
    }
    row = next
  }
  return Math.min(row.at(-1) ?? 0, most + 1)
}

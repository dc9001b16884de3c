/** An editor of which nothing was heard for so long, in ms, is no longer open. The server writes every 15 s. */
export const PRESENT_WITHIN_MS = 40_000

/** Who has a story open, as a sentence: "Ana is in it", "Ana, Ben and 2 others are in it"; '' for nobody. */
export function presenceSentence(names: readonly string[]): string {
  const [first, second, ...more] = names
  if (first === undefined) return ''
  if (second === undefined) return `${first} is in it`
  if (more.length === 0) return `${first} and ${second} are in it`
  return `${first}, ${second} and ${more.length === 1 ? '1 other' : `${more.length} others`} are in it`
}

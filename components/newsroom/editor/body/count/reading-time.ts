/**
 * Words a minute. Adults read non-fiction silently at 238 on average, most between 175 and 300 (M. Brysbaert, "How many
 * words do we read per minute?", Journal of Memory and Language 109, 2019); 200 leaves room for younger readers and names.
 */
export const WORDS_PER_MINUTE = 200

/** How long a text of so many words takes to read: whole minutes, rounded up; 0 for none. */
export function readingMinutes(words: number): number {
  return Math.ceil(words / WORDS_PER_MINUTE)
}

/** "1 word", "250 words". */
export function inWords(words: number): string {
  return `${words} ${words === 1 ? 'word' : 'words'}`
}

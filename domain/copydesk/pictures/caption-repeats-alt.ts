import type { Rule } from '../finding.ts'
import { contentWords, shareInCommon } from '../reading/content-words.ts'
import { findingAt } from '../reading/passages.ts'

const ID = 'caption-repeats-alt'
const MOST_IN_COMMON = 0.85

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** A caption with the words of the alt text: whoever listens to the page hears it twice, and learns nothing about the picture. */
export const captionRepeatsAlt: Rule = {
  id: ID,
  name: 'Caption repeats the alt text',
  source: 'W3C Images Tutorial: alt text says what the picture shows, the caption what it means; they differ',
  defaultLevel: 'ADVISORY',
  find: ({ pictures }) =>
    pictures.flatMap(({ field, caption, alt }) => {
      const [said, shown] = [contentWords(caption), contentWords(alt)]
      const isSame = plain(caption) !== '' && plain(caption) === plain(alt)
      const isNear = Math.min(said.size, shown.size) >= 4 && shareInCommon(said, shown) >= MOST_IN_COMMON && Math.max(said.size, shown.size) <= Math.min(said.size, shown.size) * 1.5
      if (!isSame && !isNear) return []
      return [findingAt(ID, { field, part: 'caption', kind: 'caption', text: caption }, 0, caption.length, { message: 'Caption and alt text say the same. Let the alt text describe the picture, and the caption say who, when and why.' })]
    }),
}

import { textAt, type CopyText, type Finding } from './finding.ts'

/** How many words around a passage tell it from another one like it. */
const WORDS_AROUND = 4
const MAX_AROUND = 60
/** A longer passage is known by its beginning and its end, so that a changed word in the middle of a paragraph changes nothing. */
const MAX_PASSAGE = 160

const tidy = (text: string) => text.replace(/[\p{Cs}\p{Cc}\s]+/gu, ' ').trim()

function shortened(passage: string): string {
  const words = tidy(passage)
  return words.length <= MAX_PASSAGE ? words : tidy(`${words.slice(0, MAX_PASSAGE / 2)} … ${words.slice(-MAX_PASSAGE / 2)}`)
}

/**
 * The name under which a dismissal of a finding is kept: its words with a few around them, and what kind of text they stand in, but
 * neither block nor offset, so that it stays with the passage when the text moves. At most 320 characters, without control
 * characters. It changes when the passage or its nearest words change: then somebody should look again.
 */
export function passageKey({ place, passage }: Pick<Finding, 'place' | 'passage'>, text: CopyText): string {
  const whole = textAt(place, text)
  const before = tidy(whole.slice(Math.max(0, place.from - MAX_AROUND), place.from)).split(' ').slice(-WORDS_AROUND).join(' ')
  const after = tidy(whole.slice(place.to, place.to + MAX_AROUND)).split(' ').slice(0, WORDS_AROUND).join(' ')
  return `${place.part ?? place.field}: ${before}[${shortened(passage)}]${after}`
}

const ONES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'] as const
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const

/** The words for 10 to 99; a part of a regular expression. */
export const TEN_TO_99 = `(?:${ONES.slice(10).join('|')}|(?:${TENS.join('|')})(?:[- ](?:${ONES.slice(1, 10).join('|')}))?)`
/** The words for one to nine; a part of a regular expression. */
export const ONE_TO_9 = `(?:${ONES.slice(1, 10).join('|')})`

/** A whole number from 0 to 99 in words: "seven", "forty-two". Any other number answers its figures. */
export function inWords(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > 99) return String(number)
  const small = ONES[number]
  if (small !== undefined) return small
  const ten = TENS[Math.floor(number / 10) - 2] ?? ''
  return number % 10 === 0 ? ten : `${ten}-${ONES[number % 10] ?? ''}`
}

const VALUES = new Map(Array.from({ length: 100 }, (_value, number) => [inWords(number), number]))

/** The value of a number in words up to ninety-nine; null for any other text. */
export function fromWords(words: string): number | null {
  return VALUES.get(words.toLowerCase().replace(' ', '-')) ?? null
}

export const capitalized = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

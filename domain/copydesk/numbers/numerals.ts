import type { Rule } from '../finding.ts'
import { findEach } from '../reading/passages.ts'
import { opensSentence } from '../reading/sentences.ts'
import { fromWords, inWords, ONE_TO_9, TEN_TO_99 } from './number-words.ts'

const ID = 'numerals'
const KINDS = ['deck', 'paragraph', 'quote', 'caption'] as const

/** Units that always take figures (AP: dimensions, distances, speeds, temperatures, money, ages, scores), and words that show that nothing is counted. */
const NOT_COUNTED =
  'feet|foot|ft|inch|inches|miles?|yards?|meters?|metres?|kilometers?|centimeters?|millimeters?|pounds?|ounces?|tons?|grams?|kilograms?|gallons?|liters?|quarts?|pints?|cups?|' +
  'tablespoons?|teaspoons?|acres?|degrees?|mph|kph|percent|cents?|dollars?|million|billion|trillion|years? old|months? old|weeks? old|days? old|year-olds?|volts?|watts?|' +
  '(?:hours?|minutes?),? (?:and )?\\d+|bytes?|megabytes?|gigabytes?|a\\.m|p\\.m|am|pm|noon|o[’\']clock|stars?|on|in|at|and|or|to|through|until|till|when|but|if|because|as|from|for|by|every|each|this|that|is|was|are|were|has|had|' +
  'with|without|before|after|than|then|while|where|who|which|so|per|times|out|points?|runs?|goals?|assists?|kills?|blocks?|wins?|losses|under|over|it|they|he|she|we|you|i|' +
  'should|would|will|can|may|might|must|does|did|do'
/** What a figure belongs to: "page 4", "grade 6", "Room 8". */
const BELONGS =
  'page|pages|grade|grades|room|route|chapter|period|size|level|lane|district|channel|form|act|scene|step|week|day|game|question|number|no\\.|nos\\.|age|ages|aged|unit|part|tier|phase|type|' +
  'bus|door|gate|hall|floor|section|division|class|team|group|round|set|track|volume|issue|line|item|figure|table|apt\\.|highway|interstate|minus|plus|times|vs\\.|\\d (?:in|out of)|grades? \\d+ (?:through|to|and)|of every|in every'
const NUMBERED = new RegExp(`(?:\\b(?:${BELONGS}) |[#$€£:/.+=×-])$`, 'i')
const MONTH_BEFORE = /\b(?:Jan\.?|Feb\.?|March|April|May|June|July|Aug\.?|Sept\.?|Oct\.?|Nov\.?|Dec\.?|January|February|August|September|October|November|December) $/

const FIGURE = new RegExp(`(?<![\\p{L}\\p{N}$#/.,:’'-])[1-9](?= (?!(?:${NOT_COUNTED})\\b)(?:of|\\p{Ll}[\\p{L}’-]{2,}))`, 'gu')
/** Not in compounds ("ten-year", "twenty-something") but for ages, which take figures. */
const WORD = new RegExp(`(?<![\\p{L}\\p{N}’'-]|(?:hundred|thousand)(?: and)? )${TEN_TO_99}(?![\\p{L}\\p{N}’'-]|,? (?:hundred|thousand|million|billion|or so|${ONE_TO_9})\\b)`, 'gu')
const HUNDREDS = new RegExp(`(?<![\\p{L}\\p{N}’'-])(${ONE_TO_9}) hundred(?! and\\b|-| (?:${ONE_TO_9}|${TEN_TO_99}|thousand|million)\\b)(?!\\p{L})`, 'gu')
const AGE = new RegExp(`(?<![\\p{L}\\p{N}’'-])(${ONE_TO_9}|${TEN_TO_99})(?=-year-olds?\\b| years old\\b)`, 'gu')

/** A capital directly before it makes the figure part of a name: "Room 5", "Team 4"; not the capital that opens a sentence. */
function isNamed(words: string, at: number): boolean {
  const before = words.slice(Math.max(0, at - 40), at)
  if (NUMBERED.test(before) || MONTH_BEFORE.test(before)) return true
  const word = /(\p{Lu}[\p{L}’-]*) $/u.exec(before)
  return word !== null && !opensSentence(words, at - (word[0]?.length ?? 0))
}

/** One to nine in words, 10 and up in figures; ages in figures always. */
export const numerals: Rule = {
  id: ID,
  name: 'AP numerals',
  source: 'AP Stylebook: numerals; ages; dimensions',
  defaultLevel: 'ADVISORY',
  find: (text) => [
    ...findEach(ID, text, KINDS, FIGURE, ({ index, 0: figure }, { text: words }) => {
      if (opensSentence(words, index) || isNamed(words, index)) return null
      return { message: 'AP spells out one through nine.', fix: inWords(Number(figure)) }
    }),
    ...findEach(ID, text, KINDS, WORD, ({ index, 0: word }, { text: words }) => {
      const value = fromWords(word)
      return value === null || opensSentence(words, index) ? null : { message: 'AP uses figures from 10 on.', fix: String(value) }
    }),
    ...findEach(ID, text, KINDS, HUNDREDS, ({ index, 1: word = '' }, { text: words }) =>
      word === 'one' || opensSentence(words, index) ? null : { message: 'AP uses figures from 10 on.', fix: `${fromWords(word) ?? ''}00` },
    ),
    ...findEach(ID, text, KINDS, AGE, ({ index, 1: word = '' }, { text: words }) =>
      opensSentence(words, index) || (fromWords(word) ?? 0) >= 10 && / years old/.test(words.slice(index, index + 40)) ? null : { message: 'AP writes ages in figures.', fix: String(fromWords(word) ?? word) },
    ),
  ],
}

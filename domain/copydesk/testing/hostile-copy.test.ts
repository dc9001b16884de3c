import { expect, test } from 'vitest'
import { RULES } from '../rules.ts'
import { copyOf } from './copy.ts'

/** A hundred thousand characters, as long as twenty long stories. */
const LENGTH = 100_000
const filled = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH)
const counted = (piece: (letters: string) => string) => {
  const pieces: string[] = []
  for (let number = 0, length = 0; length < LENGTH; number += 1) {
    const letters = [17_576, 676, 26, 1].map((step) => String.fromCharCode(65 + (Math.floor(number / step) % 26))).join('')
    length += pieces[pieces.push(piece(letters)) - 1]?.length ?? 0
  }
  return pieces.join(' ')
}
const name = (letters: string) => `${letters.charAt(0)}${letters.slice(1).toLowerCase()}`

/** The server reads what writers hand in, while everybody else waits: reading may take time in proportion, and no more. */
test.each<[string, string]>([
  ['capitals and stops without a space', filled('A.B.')],
  ['letters and stops without a space', filled('a.A')],
  ['capitals and hyphens without a space', filled('A-')],
  ['one sentence of judgments', filled('unfortunately ')],
  ['many sentences of judgments', filled('Sadly it rang. ')],
  ['doctors', filled('Dr. ')],
  ['as many acronyms as there is room for', counted((letters) => `${letters} x`)],
  ['as many names as there is room for', counted((letters) => `${name(letters)} A${name(letters).toLowerCase()} said it.`)],
  ['marks that only open', filled('“')],
  ['brackets that only close', filled(')')],
  ['one word', filled('A')],
  ['one space', filled(' ')],
])('no rule is held up by %s', (_name, words) => {
  const text = copyOf({ isNews: true, body: [words] })
  for (const rule of RULES) expect(Array.isArray(rule.find(text))).toBe(true)
}, 10_000)

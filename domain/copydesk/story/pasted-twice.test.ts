import { expect, test } from 'vitest'
import { copyOf, found } from '../testing/copy.ts'
import { pastedTwice } from './pasted-twice.ts'

const SENTENCE = 'The board met on Tuesday and voted for it.'
const OTHER = 'Nobody in the room had seen the plan before.'

test('finds the second of two paragraphs as one', () => {
  expect(found(pastedTwice, [`${SENTENCE} ${OTHER}`, 'Then it ended.', `${SENTENCE} ${OTHER}`])).toEqual([`${SENTENCE} ${OTHER}`])
})

test('finds a sentence that comes again among others, with other marks too', () => {
  expect(found(pastedTwice, [SENTENCE, `${OTHER} The board met on Tuesday, and voted for it.`])).toEqual(['The board met on Tuesday, and voted for it.'])
})

test('leaves short sentences and pull quotes alone', () => {
  expect(found(pastedTwice, ['It was late.', 'It was late.'])).toEqual([])
  expect(found(pastedTwice, copyOf({ body: [SENTENCE, { kind: 'pullQuote', text: SENTENCE }] }))).toEqual([])
})

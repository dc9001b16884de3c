import { expect, test } from 'vitest'
import { copyOf, found } from '../testing/copy.ts'
import { longSentences, MAX_SENTENCE_WORDS } from './long-sentences.ts'

const sentence = (count: number) => `It${' goes'.repeat(count - 1)}.`

test('finds the one sentence that is too long', () => {
  expect(found(longSentences, `Short. ${sentence(MAX_SENTENCE_WORDS + 1)} ${sentence(MAX_SENTENCE_WORDS)}`)).toEqual([sentence(MAX_SENTENCE_WORDS + 1)])
})

test('is not fooled by abbreviations, and leaves what others said alone', () => {
  expect(found(longSentences, `${'Mr. '.repeat(41)}Cole left.`)).toHaveLength(1)
  expect(found(longSentences, copyOf({ body: [{ kind: 'quote', text: sentence(60) }] }))).toEqual([])
})

import { expect, test } from 'vitest'
import { copyOf, found } from '../testing/copy.ts'
import { longParagraphs, MAX_PARAGRAPH_WORDS } from './long-paragraphs.ts'

const words = (count: number) => Array.from({ length: count }, (_word, index) => `w${index}`).join(' ')

test('finds a paragraph of one word too many, sooner in News than elsewhere', () => {
  const { news, other } = MAX_PARAGRAPH_WORDS
  expect(found(longParagraphs, copyOf({ isNews: true, body: [words(news), words(news + 1)] }))).toEqual([words(news + 1)])
  expect(found(longParagraphs, copyOf({ body: [words(other), words(other + 1)] }))).toEqual([words(other + 1)])
})

test('says how long it is', () => {
  expect(longParagraphs.find(copyOf({ body: [words(120)] }))[0]?.message).toContain('120 words')
})

test('leaves fact boxes and table cells alone', () => {
  expect(found(longParagraphs, copyOf({ body: [{ kind: 'factBox', text: words(200) }, { kind: 'tableCell', text: words(200) }] }))).toEqual([])
})

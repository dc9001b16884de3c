import { expect, test } from 'vitest'
import type { Finding } from './finding.ts'
import { passageKey } from './passage.ts'
import { copyOf } from './testing/copy.ts'

const keyIn = (text: string, passage: string, block = 0) => {
  const from = text.indexOf(passage)
  const body = [...Array.from({ length: block }, () => 'Other.'), text]
  return passageKey({ place: { field: 'body', block, from, to: from + passage.length }, passage }, copyOf({ body }))
}

test('is the same wherever the passage moves', () => {
  const sentence = 'They came from far away to see the the new play on Friday.'
  expect(keyIn(sentence, 'the the', 3)).toBe(keyIn(sentence, 'the the'))
  expect(keyIn(`Something quite new stands before it. ${sentence}`, 'the the')).toBe(keyIn(sentence, 'the the'))
})

test('changes with the passage and with the words next to it', () => {
  const key = keyIn('far away to see the the new play on', 'the the')
  expect(keyIn('far away to see the new new play on', 'new new')).not.toBe(key)
  expect(keyIn('far away to hear the the new play on', 'the the')).not.toBe(key)
})

test('tells a caption from the text', () => {
  const finding: Pick<Finding, 'place' | 'passage'> = { place: { field: 'lead', part: 'caption', from: 0, to: 7 }, passage: 'the the' }
  expect(passageKey(finding, copyOf({ pictures: [{ caption: 'the the' }] }))).not.toBe(keyIn('the the', 'the the'))
})

test('is short, plain text for any passage, and forgives a change in the middle of a long one', () => {
  const long = `It begins${' word'.repeat(200)} and ends.`
  expect(keyIn(long, long).length).toBeLessThan(330)
  expect(keyIn(long.replace('word word', 'word other'), long.replace('word word', 'word other'))).not.toBe('')
  expect(keyIn('a\u0000\ud800b\nc', 'b')).toBe('body: a[b]c')
  const changed = `It begins${' word'.repeat(100)} other${' word'.repeat(99)} and ends.`
  expect(keyIn(changed, changed)).toBe(keyIn(long, long))
})

test('names a place where something is missing', () => {
  expect(passageKey({ place: { field: 'bylines', from: 0, to: 0 }, passage: '' }, copyOf({}))).toBe('bylines: []')
})

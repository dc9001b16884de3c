import { expect, test } from 'vitest'
import { copyOf, found } from '../testing/copy.ts'
import { linkText } from './link-text.ts'

const linked = (text: string, words: string) => copyOf({ body: [{ text, links: [{ from: text.indexOf(words), to: text.indexOf(words) + words.length, href: 'https://a.test' }] }] })

test.each([
  ['Read it here.', 'here'], ['Click here to read it.', 'Click here'], ['Please see this link.', 'this link'], ['Read more', 'Read more'], ['See https://a.test/b now', 'https://a.test/b'], ['See www.a.test now', 'www.a.test'],
])('finds the link in “%s”', (text, words) => {
  expect(found(linkText, linked(text, words))).toEqual([words])
})

test('finds an address that is not even a link, without the mark behind it', () => {
  expect(found(linkText, 'See https://a.test/b?c=1, or (www.a.test).')).toEqual(['https://a.test/b?c=1', 'www.a.test'])
})

test.each([['Read the new rules here.', 'the new rules'], ['The Sports page', 'Sports'], ['Here they come', 'they']])('leaves “%s” alone', (text, words) => {
  expect(found(linkText, linked(text, words))).toEqual([])
})

import { expect, test } from 'vitest'
import { copyOf, corrected, found } from '../testing/copy.ts'
import { straySpaces } from './stray-spaces.ts'

test.each([
  ['One.  Two.', 'One. Two.'],
  ['a lot   of it', 'a lot of it'],
  ['a tab\there', 'a tab here'],
  [' begins', 'begins'],
  ['ends ', 'ends'],
  ['a line \nanother', 'a line\nanother'],
  ['wait , what ?', 'wait, what?'],
  ['the end .', 'the end.'],
  ['She said: “ Go. ”', 'She said: “Go.”'],
  ['( a note )', '(a note)'],
])('puts “%s” right', (wrong, right) => {
  expect(corrected(straySpaces, wrong)).toBe(right)
})

test.each(['One. Two.', 'It was … a lot.', 'and then ... nothing', 'a caliber of .22 and .45', 'happy :) or sad ;-)', 'rock ’n’ roll in ’09', '漢字　漢字'])('leaves “%s” alone', (right) => {
  expect(found(straySpaces, right)).toEqual([])
})

test('leaves a no-break space to its own rule', () => {
  expect(found(straySpaces, 'one \u00a0two')).toEqual([])
})

test('reads headline, deck and the words of pictures', () => {
  const story = copyOf({ headline: 'A  headline', deck: 'A deck ', pictures: [{ caption: 'A caption .', alt: ' An alt', credit: 'Ana  Ruiz' }] })
  expect(straySpaces.find(story).map(({ place }) => place.part ?? place.field)).toEqual(['headline', 'deck', 'caption', 'alt', 'credit'])
})

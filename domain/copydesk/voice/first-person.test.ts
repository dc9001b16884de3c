import { expect, test } from 'vitest'
import { copyOf, found } from '../testing/copy.ts'
import { firstPerson } from './first-person.ts'

const inNews = (...body: string[]) => found(firstPerson, copyOf({ isNews: true, body }))

test.each([
  ['I saw it, and I’m sure.', ['I', 'I']],
  ['We all know our school.', ['We', 'our']],
  ['They gave us my book, and mine is ours.', ['us', 'my', 'mine', 'ours']],
  ['It was up to me.', ['me']],
])('finds the writer in “%s”', (text, passages) => {
  expect(inNews(text)).toEqual(passages)
})

test.each(['“I saw it,” she said. “We did.”', '‘Our school’ is a song.', 'World War I began.', 'Division I schools and Title I funds', 'the U.S. and the US', 'gold mined there', 'Theirs was home.', 'the “we', 'an IV line'])('leaves “%s” alone', (text) => {
  expect(inNews(text)).toEqual([])
})

test('reads headline, deck and captions, and no quotation block', () => {
  const story = copyOf({ isNews: true, headline: 'Why we won', deck: 'Our year', body: [{ kind: 'quote', text: 'I won.' }, { kind: 'pullQuote', text: 'We won.' }], pictures: [{ caption: 'Our team', alt: 'Our team' }] })
  expect(found(firstPerson, story)).toEqual(['we', 'Our', 'Our'])
})

test('has nothing to say outside News', () => {
  expect(found(firstPerson, copyOf({ body: ['I saw it.'] }))).toEqual([])
})

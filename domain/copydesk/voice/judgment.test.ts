import { expect, test } from 'vitest'
import { copyOf, found } from '../testing/copy.ts'
import { judgment } from './judgment.ts'

const inNews = (...body: string[]) => found(judgment, copyOf({ isNews: true, body }))

test.each([
  ['It’s no surprise, then, that they met.', ['It’s no surprise']],
  ['It comes as no surprise that they met.', ['It comes as no surprise']],
  ['Unfortunately, the game was canceled.', ['Unfortunately']],
  ['The amazing crowd saw an incredibly good game.', ['amazing', 'incredibly']],
  ['Clearly, it was late. It was clearly late.', ['Clearly,', 'clearly']],
  ['Of course, it rained, and, of course, hard.', ['Of course', 'of course']],
  ['It is important to vote.', ['It is important to']],
  ['A well-deserved win, needless to say.', ['well-deserved', 'needless to say']],
])('finds the judgment in “%s”', (text, passages) => {
  expect(inNews(text)).toEqual(passages)
})

test.each(['“Unfortunately, we lost,” she said.', 'the path of course offerings', 'He spoke clearly.', 'The lines were clearly marked.', 'The word was clearly visible.', 'at the Awesome Foundation', 'The play, “Terrible Times,” ran.', 'They were sad.', 'unamazingly', 'It is time for lunch.', 'Cole said the win was incredible.', 'It is important to vote, according to Cole.', 'They believe it was an amazing year.'])('leaves “%s” alone', (text) => {
  expect(inNews(text)).toEqual([])
})

test('has nothing to say outside News', () => {
  expect(found(judgment, copyOf({ body: ['Unfortunately, it rained.'] }))).toEqual([])
})

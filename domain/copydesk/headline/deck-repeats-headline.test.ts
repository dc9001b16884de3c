import { expect, test } from 'vitest'
import { copyOf, found } from '../testing/copy.ts'
import { deckRepeatsHeadline } from './deck-repeats-headline.ts'

const foundIn = (headline: string, deck: string) => found(deckRepeatsHeadline, copyOf({ headline, deck }))

test.each([
  ['Robotics team wins regional final', 'The robotics team won the regional final: it wins with its robot.'],
  ['Two bus routes cut the longest ride', 'Two bus routes are cutting the longest rides.'],
])('finds the deck of “%s”', (headline, deck) => {
  expect(foundIn(headline, deck)).toEqual([deck])
})

test.each([
  ['Robotics team wins regional final', 'With 11 seconds left, a borrowed motor held.'],
  ['Team wins', 'Team wins'],
  ['Robotics team wins regional final', ''],
])('leaves the deck of “%s” alone', (headline, deck) => {
  expect(foundIn(headline, deck)).toEqual([])
})

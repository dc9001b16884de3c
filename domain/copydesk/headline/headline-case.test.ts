import { expect, test } from 'vitest'
import { copyOf, found } from '../testing/copy.ts'
import { headlineCase } from './headline-case.ts'

const foundIn = (headline: string, ...body: string[]) => found(headlineCase, copyOf({ headline, body }))

test.each(['Robotics Team Wins Regional Final', 'New Bus Routes Make Mornings Easier', 'TEAM WINS THE FINAL', 'Why Students Should Read More Books', 'Review: The New Album Takes Risks'])('finds “%s”', (headline) => {
  expect(foundIn(headline)).toEqual([headline])
})

test('finds it by the story’s own words', () => {
  expect(foundIn('Harbor Compost Bins', 'The compost goes into bins.')).toEqual(['Harbor Compost Bins'])
  expect(foundIn('Harbor Compost Bins')).toEqual([])
})

test('names the words', () => {
  expect(headlineCase.find(copyOf({ headline: 'Harbor Team Wins Final' }))[0]?.message).toContain('“Team”, “Wins”, “Final”')
})

test.each([
  '', 'Robotics team wins regional final', 'Xiomara Reyes and Ana Ruiz win in Moscow', 'Harbor High beats Saint Brendan', 'Review: ‘The Lamplighters’ trusts its silence', 'FBI visits school', 'NASA', 'Runners save their best mile', '漢字 漢字 漢字',
  'Ana Ruiz: A life in New York',
])('leaves “%s” alone', (headline) => {
  expect(foundIn(headline)).toEqual([])
})

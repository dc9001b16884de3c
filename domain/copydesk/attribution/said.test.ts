import { expect, test } from 'vitest'
import { corrected, found } from '../testing/copy.ts'
import { said } from './said.ts'

test.each([
  ['“We won,” Beck stated.', '“We won,” Beck said.'],
  ['“We won!” exclaimed Beck.', '“We won!” said Beck.'],
  ['“We won,” she laughed.', '“We won,” she said.'],
  ['Beck remarked, “We won.”', 'Beck said, “We won.”'],
  ['“We won,” Jonah Beck expressed to the crowd.', '“We won,” Jonah Beck said to the crowd.'],
  ['"We won," the coach claimed.', '"We won," the coach said.'],
  ['“We win,” he states.', '“We win,” he says.'],
])('puts “%s” right', (wrong, right) => {
  expect(corrected(said, wrong)).toBe(right)
})

test.each(['“We won,” Beck said.', '“Who?” she asked.', '“Because,” he explained.', 'The law stated its aim.', 'Beck laughed and left.', 'She claimed a seat.', '“We won,” Beck said, and laughed.', 'He shared the notes.', 'The bill, he admitted, was long.'])('leaves “%s” alone', (right) => {
  expect(found(said, right)).toEqual([])
})

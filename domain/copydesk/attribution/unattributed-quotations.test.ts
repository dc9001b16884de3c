import { expect, test } from 'vitest'
import { copyOf, found } from '../testing/copy.ts'
import { unattributedQuotations } from './unattributed-quotations.ts'

test('finds a whole sentence in quotation marks without a speaker', () => {
  expect(found(unattributedQuotations, '“We went home early that day.”')).toEqual(['“We went home early that day.”'])
  expect(found(unattributedQuotations, 'Not everybody agrees. “We should have gone home early.”')).toHaveLength(1)
  expect(found(unattributedQuotations, '"We went home early that day."')).toHaveLength(1)
})

test.each([
  [['“We went home early that day,” Beck said.']],
  [['“We went home early that day,” Beck said. “It was raining, and we were tired.”']],
  [['According to Beck: “We went home early that day.”']],
  [['She called it “a day to go home early.”']],
  [['They sang “Home Before the Rain Comes Down.”']],
  [['“Go home.”']],
  [['The sign has two lines: “Leave the room as you found it.”']],
  [['In Cole’s words, “We should have gone home early.”']],
  [['His rules:', '“Leave the room as you found it.”']],
  [['“We went home early,” Beck said. “It rained.', '“And we were tired of it all.”']],
])('leaves %j alone', (body) => {
  expect(found(unattributedQuotations, body)).toEqual([])
})

test('leaves blocks of quotation alone, which have their own place for a speaker', () => {
  const text = '“We went home early that day.”'
  expect(found(unattributedQuotations, copyOf({ body: [{ kind: 'quote', text }, { kind: 'pullQuote', text }] }))).toEqual([])
})

import { expect, test } from 'vitest'
import { copyOf, corrected, found } from '../testing/copy.ts'
import { emptyParagraphs } from './empty-paragraphs.ts'

test('finds empty paragraphs, also those with a space or an unseen sign, and takes the block out', () => {
  const findings = emptyParagraphs.find(copyOf({ body: ['One.', '', '\u00a0 ', '\u200b', 'Two.'] }))
  expect(findings.map(({ place, removeBlock }) => [place.block, removeBlock])).toEqual([[1, true], [2, true], [3, true]])
})

test('leaves the last one alone, where the writer goes on writing', () => {
  expect(found(emptyParagraphs, ['One.', ''])).toEqual([])
  expect(found(emptyParagraphs, [''])).toEqual([])
})

test('leaves empty table cells alone', () => {
  expect(found(emptyParagraphs, copyOf({ body: [{ kind: 'tableCell' }, 'End.'] }))).toEqual([])
})

test('finds blank lines inside a paragraph, and no single line break', () => {
  expect(corrected(emptyParagraphs, 'one\n\n\ntwo\nthree')).toBe('one\ntwo\nthree')
  expect(found(emptyParagraphs, ['\n\n', 'End.'])).toEqual(['\n\n'])
})

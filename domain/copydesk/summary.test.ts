import { expect, test } from 'vitest'
import { summaryOf, summaryWords } from './summary.ts'

test('counts by level and by rule', () => {
  const finding = (ruleId: string, level: 'ADVISORY' | 'BLOCKING') => ({ ruleId, level })
  const summary = summaryOf([finding('said', 'ADVISORY'), finding('said', 'ADVISORY'), finding('byline', 'BLOCKING'), finding('constructor', 'ADVISORY')])
  expect(summary).toEqual({ advisory: 3, blocking: 1, byRule: { said: 2, byline: 1, constructor: 1 } })
  expect(summaryOf([])).toEqual({ advisory: 0, blocking: 0, byRule: {} })
})

test.each([[0, 0, 'Nothing to look at'], [3, 0, '3 to look at'], [0, 1, '1 blocking'], [3, 1, '3 to look at, 1 blocking']])('says %i and %i as “%s”', (advisory, blocking, words) => {
  expect(summaryWords({ advisory, blocking })).toBe(words)
})

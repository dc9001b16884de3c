import { expect, test } from 'vitest'
import { demoFindings, ratePer300 } from './demo-findings.ts'

test('the copy desk has next to nothing to say about the demo paper, which is written to be right', () => {
  const stories = demoFindings()
  expect(stories.length).toBeGreaterThanOrEqual(10)
  expect(ratePer300(stories)).toBeLessThan(0.5)
})

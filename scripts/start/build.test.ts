import { expect, test } from 'vitest'
import { warningIn } from './build.ts'

test.each([
  ['✓ Compiled successfully in 9.1s\n  ⚠ Unknown option in next.config.ts\n', '⚠ Unknown option in next.config.ts'],
  ['\u001b[33mwarn\u001b[39m  - the fonts are old', 'warn  - the fonts are old'],
  ['(node:12) Warning: something is deprecated', '(node:12) Warning: something is deprecated'],
  ['✓ Generating static pages (12/12)\n○ /newsroom/warnings-and-forewarned', undefined],
  ['⚠ No build cache found. Please configure build caching for faster rebuilds.', undefined],
  ['', undefined],
])('finds the warning in %j', (output, warning) => {
  expect(warningIn(output)).toBe(warning)
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { HARPER_RULES } from '#domain/copydesk/forms.ts'
import { RULES } from '#domain/copydesk/rules.ts'
import { HARPER_OFF } from '../editor/copydesk/harper/harper-rules.ts'
import { RULE_EXAMPLES } from './rule-examples.ts'

const page = readFileSync(new URL('../../../docs/copy-desk.md', import.meta.url), 'utf8')

test('every rule has an example in the settings, and no example outlives its rule', () => {
  expect(Object.keys(RULE_EXAMPLES).sort()).toEqual(RULES.map(({ id }) => id).sort())
})

test('docs/copy-desk.md names every rule with its level', () => {
  for (const { name, id } of RULES) expect(page, id).toContain(`| ${name} |`)
  const rows = page.split('\n').filter((line) => /^\| .+ \| `[a-z-]+` \|/.test(line))
  expect(rows).toHaveLength(RULES.length)
  for (const name of Object.values(HARPER_RULES)) expect(page).toContain(name)
})

test('docs/copy-desk.md names every rule of Harper that is off', () => {
  for (const rule of Object.keys(HARPER_OFF)) expect(page).toContain(`\`${rule}\``)
})

import { expect, test } from 'vitest'
import { blockingChecks, judgedFindings, type Dismissal } from './dismissals.ts'
import type { LeveledFinding } from './finding.ts'
import { passageKey } from './passage.ts'
import { copyOf } from './testing/copy.ts'

const text = copyOf({ body: ['The bell rang at the the usual time.', 'It rang and and rang.'] })
const finding = (block: number, from: number, to: number, level: LeveledFinding['level'] = 'BLOCKING', ruleId = 'repeated-words'): LeveledFinding => ({
  ruleId, level, place: { field: 'body', block, from, to }, passage: (text.blocks[block]?.text ?? '').slice(from, to), message: 'Twice.',
})
const FIRST = finding(0, 17, 24)
const SECOND = finding(1, 8, 15)
const dismissal = (of: LeveledFinding, lifts: boolean): Dismissal => ({ ruleId: of.ruleId, passage: passageKey(of, text), lifts })
const nameOf = (id: string) => `Rule ${id}`
const checks = (findings: LeveledFinding[], dismissals: Dismissal[] = []) => blockingChecks(judgedFindings(findings, text, dismissals), nameOf)

test('a dismissal belongs to one rule and one passage', () => {
  const judged = judgedFindings([FIRST, SECOND, finding(0, 17, 24, 'ADVISORY', 'said')], text, [dismissal(FIRST, true)])
  expect(judged.map(({ settled }) => settled)).toEqual([true, false, false])
})

test('what an author says settles a remark, but no block', () => {
  expect(judgedFindings([finding(0, 17, 24, 'ADVISORY')], text, [dismissal(FIRST, false)])[0]?.settled).toBe(true)
  expect(judgedFindings([FIRST], text, [dismissal(FIRST, false)])[0]?.settled).toBe(false)
})

test('blocking findings are one check for each rule and field; remarks and settled ones are none', () => {
  expect(checks([FIRST, SECOND])).toEqual([{ field: 'body', message: 'Copy desk, Rule repeated-words (2 places): Twice.' }])
  expect(checks([FIRST, SECOND], [dismissal(FIRST, true)])).toEqual([{ field: 'body', message: 'Copy desk, Rule repeated-words: Twice.' }])
  expect(checks([{ ...FIRST, level: 'ADVISORY' }])).toEqual([])
  expect(checks([FIRST, { ...FIRST, place: { field: 'deck', from: 0, to: 1 } }]).map(({ field }) => field)).toEqual(['body', 'deck'])
})

test('a check waits for somebody else only when the author gave a reason for every place', () => {
  expect(checks([FIRST, SECOND], [dismissal(FIRST, false)])[0]).not.toHaveProperty('waitsFor')
  expect(checks([FIRST, SECOND], [dismissal(FIRST, false), dismissal(SECOND, false)])).toEqual([
    { field: 'body', message: expect.stringMatching(/waits for an editor’s or adviser’s yes\.$/), waitsFor: 'adviser' },
  ])
})

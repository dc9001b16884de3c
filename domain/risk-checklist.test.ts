import { expect, test } from 'vitest'
import { openRisks, riskAnswersSchema, riskProblem, RISKS, type RiskAnswers } from './risk-checklist.ts'

const all = (answer: string, remark = '') => Object.fromEntries(RISKS.map(({ id }) => [id, { answer, remark }]))
const answers = (change: object = {}): RiskAnswers => riskAnswersSchema.parse({ ...all('yes'), ...change })

test('a complete checklist that leaves nothing open lets a story pass', () => {
  expect(riskProblem(answers())).toBeNull()
  expect(riskProblem(answers({ consent: { answer: 'none', remark: '' } }))).toBeNull()
})

test('what is open is named, and must be explained', () => {
  const open = answers({ libel: { answer: 'no', remark: 'Waiting for the district.' }, minors: { answer: 'no', remark: 'Ask the parents.' } })
  expect(openRisks(open)).toEqual(['Libel', 'Minors named'])
  expect(riskProblem(open)).toBe('The risk checklist leaves open: Libel, Minors named.')
  expect(riskAnswersSchema.safeParse({ ...all('yes'), libel: { answer: 'no', remark: ' ' } }).error?.issues[0]).toMatchObject({ path: ['libel', 'remark'], message: 'Say what is open.' })
})

test('a missing checklist, and one with a question left out, are not complete', () => {
  expect(riskProblem(null)).toBe('An editor or adviser must fill in the risk checklist for this version.')
  const { privacy: _privacy, ...rest } = all('yes')
  expect(riskAnswersSchema.safeParse(rest).success).toBe(false)
})

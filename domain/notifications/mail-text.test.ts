import { expect, test } from 'vitest'
import { digestMail, noticeMail, type Line } from './mail-text.ts'

const line: Line = { kind: 'story.review', sentence: '“Bells at noon” waits for your review', url: 'https://paper.test/newsroom/notifications/1' }
const frame = { paper: 'The Harbor Light', settings: 'https://paper.test/newsroom/account/notifications' }

test('a mail says the paper, what happened, where it is, why it comes, and where to choose', () => {
  const { subject, text } = noticeMail({ ...frame, line })
  expect(subject).toBe('“Bells at noon” waits for your review · The Harbor Light')
  for (const part of [frame.paper, line.sentence, line.url, 'You get this mail because you are one of those who can decide it.', frame.settings]) expect(text).toContain(part)
})

test('a long headline is cut in the subject alone, and never within a character', () => {
  const sentence = `“${'🔔'.repeat(200)}” waits for your review`
  const { subject, text } = noticeMail({ ...frame, line: { ...line, sentence } })
  expect([...subject].length).toBeLessThanOrEqual(150)
  expect(subject).toMatch(/🔔…$/u)
  expect(subject.isWellFormed()).toBe(true)
  expect(text).toContain(sentence)
})

test('a digest counts what it tells, and says what it leaves out', () => {
  const one = digestMail({ ...frame, all: 'https://paper.test/newsroom/notifications', lines: [line], more: 0 })
  expect(one.subject).toBe('One thing to know · The Harbor Light')
  expect(one.text).toContain(`- ${line.sentence}\n  ${line.url}`)
  expect(one.text).not.toContain('more:')
  const many = digestMail({ ...frame, all: 'https://paper.test/newsroom/notifications', lines: [line, line], more: 3 })
  expect(many.subject).toBe('5 things to know · The Harbor Light')
  expect(many.text).toContain('- and 3 more: https://paper.test/newsroom/notifications')
})

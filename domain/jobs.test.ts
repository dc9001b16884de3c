import { expect, test } from 'vitest'
import { carriedBy, JOB_NAMES, JOBS, jobsOfLane } from './jobs.ts'

test('every kind of job says what it does and what to do where it failed, and is tried within reason', () => {
  expect(JOB_NAMES).toContain('story.due')
  for (const name of JOB_NAMES) {
    const { words, advice, tries } = JOBS[name]
    expect(name).toMatch(/^[a-z]+(\.[a-zA-Z]+)+$/)
    expect(words).toMatch(/^[A-Z]/)
    expect(advice).toMatch(/\.$/)
    expect(tries.expireInSeconds).toBeGreaterThanOrEqual(16)
    expect(tries.retryDelayMax).toBeGreaterThanOrEqual(tries.retryDelay)
  }
})

test('a job carries what its kind says and nothing else', () => {
  const scheduleId = '0199a000-0000-7000-8000-000000000000'
  expect(carriedBy('story.due', { scheduleId })).toEqual({ scheduleId })
  for (const odd of [{ scheduleId: 'x' }, {}, null, undefined, 7]) expect(carriedBy('story.due', odd)).toBeNull()
})

test('mails are worked off apart from all else, and nothing is forgotten', () => {
  expect(jobsOfLane('mail')).toEqual(['newsletter.copies', 'mail.send'])
  expect([...jobsOfLane('paper'), ...jobsOfLane('mail'), ...jobsOfLane('print')].toSorted()).toEqual([...JOB_NAMES].toSorted())
})

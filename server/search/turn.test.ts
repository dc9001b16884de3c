import pg from 'pg'
import { expect, test } from 'vitest'
import { searchFor } from '../testing/searching.ts'
import { inTurn } from './turn.ts'

test('four search at once, some wait, and whoever comes then is told so; a failure leaves its place', async () => {
  let [running, most] = [0, 0]
  let release = () => {}
  const gate = new Promise<void>((resolve) => (release = resolve))
  const work = (fails: boolean) => async () => {
    most = Math.max(most, (running += 1))
    await gate
    running -= 1
    if (fails) throw new Error('failed')
    return 'done'
  }
  const all = Array.from({ length: 60 }, (_, at) => inTurn(work(at % 7 === 0)).catch(() => 'failed'))
  await new Promise(setImmediate)
  release()
  const answers = await Promise.all(all)
  expect(most).toBe(4)
  expect(answers.filter((answer) => answer === null)).toHaveLength(16)
  expect(answers.filter((answer) => answer === 'failed')).toHaveLength(7)
  expect(await inTurn(async () => 'after')).toBe('after')
})

test('a search that takes too long is given up, and the next one is answered', async () => {
  const other = new pg.Client({ connectionString: process.env.FP_TEST_OWNER_URL ?? '' })
  await other.connect()
  await other.query('BEGIN; LOCK TABLE "SearchDocument" IN ACCESS EXCLUSIVE MODE')
  expect(await searchFor('chess')).toEqual({ kind: 'busy' })
  await other.query('ROLLBACK')
  await other.end()
  expect((await searchFor('chess')).kind).toBe('found')
})

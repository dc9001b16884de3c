import { expect, it } from 'vitest'
import { db } from '../db.ts'
import { newSetupUrl, setUpPaper } from './setup.ts'

it('lets only one of two who set up at once become the first admin', async () => {
  const token = (await newSetupUrl())?.split('/').at(-1) ?? ''
  const form = { token, paperName: 'X', motto: '', timeZone: 'America/Chicago', name: 'Ada', password: 'another password' }
  const results = await Promise.all(['a@school.test', 'b@school.test'].map((email) => setUpPaper({ ...form, email })))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db().user.count()).toBe(1)
  expect(await db().section.count()).toBe(5)
})

import { expect, test } from 'vitest'
import { db } from '../db.ts'
import { mailConfigured } from '../mail/mode.ts'
import { createUser } from '../testing/people.ts'
import { mailLink } from './recovery.ts'

test.each(['PASSWORD_RESET', 'MAGIC_LINK'] as const)('where mail is not configured, no %s link is made', async (kind) => {
  const user = await createUser({ role: 'WRITER' })
  expect(mailConfigured()).toBe(false)
  await mailLink(kind, user.email)
  expect(await db().oneTimeLink.count({ where: { userId: user.userId } })).toBe(0)
})

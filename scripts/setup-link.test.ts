import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { peekLink } from '#server/auth/one-time-links.ts'
import { anActor } from '#server/testing/builders.ts'

const run = () => promisify(execFile)(process.execPath, ['--conditions=react-server', path.join(import.meta.dirname, 'setup-link.ts')])

// One story, in order: it needs a database without anybody.
it('prints a set-up link and nothing else, and nothing at all once there is an account', async () => {
  const { stdout, stderr } = await run()
  expect([stdout, stderr]).toEqual([expect.stringMatching(/^http:\/\/localhost:3000\/setup\/[\w-]{43}\n$/), ''])
  expect(await peekLink('SETUP', stdout.trim().split('/').at(-1) ?? '')).not.toBeNull()
  await anActor('ADMIN')
  expect(await run()).toEqual({ stdout: '', stderr: '' })
})

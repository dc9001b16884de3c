import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import nextEnv from '@next/env'
import { expect, test } from 'vitest'
import { emptyTestSettings } from './settings.ts'

test('neither a clock of tests nor the catch-all comes into a served paper, though .env asks for it and Next reads that too', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'settings-'))
  writeFileSync(path.join(folder, '.env'), 'FP_TEST_CLOCK=3600000\nFP_MAIL_CATCH_ALL=1\nFP_OTHER=is-read\n')
  const before = { ...process.env }
  try {
    process.loadEnvFile(path.join(folder, '.env'))
    delete process.env.FP_OTHER
    emptyTestSettings()
    nextEnv.loadEnvConfig(folder, false)
    expect([process.env.FP_TEST_CLOCK, process.env.FP_MAIL_CATCH_ALL, process.env.FP_OTHER]).toEqual(['', '', 'is-read'])
  } finally {
    process.env = before
  }
})

import { mkdtempSync, rmSync, chmodSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { APP_ROLE, appUrl, ensureAppRole, prepareDatabase } from '#scripts/app-database.ts'
import { startPostgres } from '#scripts/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses of the PostgreSQL of this test run; `<database>` stands for the name. */
    postgres: { owner: string; app: string; template: string }
  }
}

const TEMPLATE = 'fourth_period_template'

/** Starts one PostgreSQL for the run and migrates the database that every test file's own is copied from. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fourth-period-test-'))
  chmodSync(folder, 0o755)
  const password = randomBytes(24).toString('base64url')
  const postgres = await startPostgres({ dataDir: path.join(folder, 'postgres'), logFile: path.join(folder, 'postgres.log'), password, durable: false })
  await ensureAppRole(postgres, password)
  await prepareDatabase(postgres, TEMPLATE)
  project.provide('postgres', { owner: postgres.url('<database>'), app: appUrl(postgres, '<database>', password), template: TEMPLATE })
  process.env.FP_TEST_APP_ROLE = APP_ROLE
  return async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

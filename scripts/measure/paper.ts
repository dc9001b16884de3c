import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { appUrl, ensureAppRole, prepareDatabase } from '../app-database.ts'
import { startPostgres } from '../postgres.ts'

const DATABASE = 'fourth_period'

/** A migrated PostgreSQL and a folder for pictures, set in this process's environment; `end` takes both away. */
export async function measuringPaper(): Promise<{ ownerUrl: string; end: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fourth-period-measure-'))
  chmodSync(folder, 0o755)
  const password = randomBytes(24).toString('base64url')
  const postgres = await startPostgres({ dataDir: path.join(folder, 'postgres'), logFile: path.join(folder, 'postgres.log'), password, durable: false, port: undefined })
  await ensureAppRole(postgres, password)
  await prepareDatabase(postgres, DATABASE)
  mkdirSync(path.join(folder, 'media'))
  Object.assign(process.env, {
    DATABASE_URL: appUrl(postgres, DATABASE, password),
    MEDIA_DIR: path.join(folder, 'media'),
    SITE_URL: 'http://localhost:3000',
    AUTH_SECRET: randomBytes(36).toString('base64url'),
    JOBS_SECRET: randomBytes(36).toString('base64url'),
    LOG_LEVEL: 'error',
  })
  const end = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ownerUrl: postgres.url(DATABASE), end }
}

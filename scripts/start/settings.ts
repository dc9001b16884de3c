import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readEnv } from '#server/env.ts'
import { writePrivate } from '../postgres.ts'
import { ROOT } from './build.ts'
import { StartProblem } from './steps.ts'

export const DATA = path.join(ROOT, '.data')
export type Secrets = { AUTH_SECRET: string; POSTGRES_PASSWORD: string; APP_PASSWORD: string; POSTGRES_PORT?: number }

const random = () => randomBytes(36).toString('base64url')

/** The secrets of an installation of our own, made at its first start and kept where only its owner can read. */
export function ownSecrets(folder: string = DATA): Secrets {
  const file = path.join(folder, 'secrets.json')
  if (existsSync(file)) {
    try {
      return JSON.parse(readFileSync(file, 'utf8'))
    } catch {
      throw new StartProblem(`${file} cannot be read as JSON. Put it back from a backup; without it the data in ${folder} stays closed.`)
    }
  }
  if (existsSync(path.join(folder, 'postgres'))) {
    throw new StartProblem(`${file} is missing, and it holds the password of the data in ${folder}/postgres. Put it back from a backup, or give the data up with: npm run reset`)
  }
  mkdirSync(folder, { recursive: true })
  const secrets = { AUTH_SECRET: random(), POSTGRES_PASSWORD: random(), APP_PASSWORD: random() }
  writePrivate(file, JSON.stringify(secrets, null, 2))
  return secrets
}

/** Remembers the port of the own PostgreSQL for the next start. */
export function rememberPort(secrets: Secrets, port: number, folder: string = DATA): void {
  if (secrets.POSTGRES_PORT !== port) writePrivate(path.join(folder, 'secrets.json'), JSON.stringify({ ...secrets, POSTGRES_PORT: port }, null, 2))
}

/**
 * A served paper keeps real time, whatever its environment says (server/clock.ts), and shows what it mails to its admin in development and in the
 * demo paper alone (server/mail/mode.ts). Emptied, not deleted: Next reads .env once more and fills in whatever is not there.
 */
export function emptyTestSettings(): void {
  for (const name of ['FP_TEST_CLOCK', 'FP_MAIL_CATCH_ALL']) process.env[name] = ''
}

const set = (name: string) => (process.env[name] ?? '').trim() !== ''

/** Puts what nobody set into the environment; `own` when PostgreSQL is our own. Then checks all of it at once. */
export function completeSettings(port: number, own: Secrets | undefined): void {
  const defaults: Record<string, string> = { MEDIA_DIR: path.join(DATA, 'media'), JOBS_SECRET: random() }
  if (own !== undefined) {
    // The real address is known once PostgreSQL runs.
    Object.assign(defaults, { DATABASE_URL: 'postgresql://starting', AUTH_SECRET: own.AUTH_SECRET, SITE_URL: `http://localhost:${port}` })
  }
  for (const [name, value] of Object.entries(defaults)) if (!set(name)) process.env[name] = value
  checkSettings()
}

/** Refuses missing and weak settings, all of them at once. */
export function checkSettings(): void {
  const read = readEnv(process.env)
  const problems = read.ok ? [] : read.problems
  const owner = process.env.MIGRATE_DATABASE_URL?.trim()
  if (owner && !/^postgres(ql)?:\/\/\S+$/.test(owner)) problems.push('MIGRATE_DATABASE_URL must begin with postgresql:// and hold no spaces.')
  if (problems.length > 0) throw new StartProblem(`These settings must be put right first (docs/deploy.md explains each):\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { makeDatabase } from './database.ts'

// Every test file gets a database and a picture folder of its own, before it imports anything that reads settings.
const database = await makeDatabase()
const media = mkdtempSync(path.join(tmpdir(), 'fourth-period-media-'))

Object.assign(process.env, {
  DATABASE_URL: database.app,
  FP_TEST_OWNER_URL: database.owner,
  AUTH_SECRET: 'test-only-0123456789-abcdefghijklmnopqrstuvwxyz',
  JOBS_SECRET: 'test-only-jobs-0123456789-abcdefghijklmnopqrst',
  SITE_URL: 'http://localhost:3000',
  MEDIA_DIR: media,
  LOG_LEVEL: 'silent',
  FP_TEST_CLOCK: '0',
})

afterAll(async () => {
  // Only a file that used the queue has one; its connections would outlive the database.
  if (Symbol.for('fourth-period.queue') in globalThis) await (await import('../jobs/queue.ts')).closeQueue()
  await database.drop()
  rmSync(media, { recursive: true, force: true })
})

import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import { takeQuickTry, type QuickLimitName } from '../auth/rate-limit.ts'

/**
 * Limits of what readers send. They are counted in memory alone, under a hash whose salt is made of chance, kept in memory and thrown away every
 * day: no table, log or backup ever holds who sent something, and nobody can find it out afterwards.
 */

const DAY_MS = 86_400_000
const SALT_BYTES = 32

let salt = { bytes: randomBytes(SALT_BYTES), day: -1 }

/** The key of whoever sends something, on this day. */
export function todaysKey(what: string, now: Date): string {
  const day = Math.floor(now.getTime() / DAY_MS)
  if (salt.day !== day) salt = { bytes: randomBytes(SALT_BYTES), day }
  return createHmac('sha256', salt.bytes).update(what).digest('base64url')
}

/** Counts one try; 0: go on, else how many seconds to wait. */
export function takeReaderTry(name: QuickLimitName, what: string, now: Date): Promise<number> {
  return takeQuickTry(name, todaysKey(what, now))
}

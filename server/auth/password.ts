import 'server-only'
import { hash, verify } from '@node-rs/argon2'

// OWASP Password Storage Cheat Sheet: argon2id (the library's default) with 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The argon2id hash of a password, as text that carries its own salt and cost. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

let dummy: Promise<string> | undefined

/**
 * Whether `password` belongs to `passwordHash`. Without a hash (an unknown address, an account without a password) the
 * same work is done against a stand-in, so that the answer takes as long; it is then always no.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword('a stand-in that nobody has')
  const matches = await verify(passwordHash ?? (await dummy), password)
  return passwordHash !== null && matches
}

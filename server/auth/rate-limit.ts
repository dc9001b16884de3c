import 'server-only'
import { createHash, createHmac } from 'node:crypto'
import { RateLimiterMemory, RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { db } from '../db.ts'
import { env } from '../env.ts'

/** How many `points` a key has in `seconds`. */
const LIMITS = {
  /** Wrong passwords for one account from one address. */
  'sign-in-pair': { points: 10, seconds: 180 },
  'sign-in-pair-hour': { points: 30, seconds: 3_600 },
  /** Wrong passwords for one account from everywhere: loose, so that hammering does not lock its owner out. */
  'sign-in-account': { points: 100, seconds: 3_600 },
  /** Wrong passwords from one address, whoever they are for. */
  'sign-in-address': { points: 50, seconds: 600 },
  'mail-account': { points: 5, seconds: 900 },
  'mail-address': { points: 50, seconds: 600 },
  'link-address': { points: 30, seconds: 600 },
  /** Calendar programs that ask from one address: a whole school may stand behind it. */
  'calendar-address': { points: 300, seconds: 600 },
  /** Each of them asks for one feed a few times an hour. */
  'calendar-feed': { points: 60, seconds: 600 },
  /** Requests for a correction or takedown; a whole school may share one address. */
  'request-address': { points: 20, seconds: 3_600 },
  'own-password': { points: 10, seconds: 180 },
} as const
export type LimitName = keyof typeof LIMITS

/** What is asked so often that it is counted in memory alone; a new start begins anew. */
const QUICK_LIMITS = {
  /** Searches from one address, with each letter that is typed: a whole school may stand behind it. */
  'search-address': { points: 600, seconds: 60 },
  /** Votes in one poll from one address: whole classes vote at once. */
  'poll-vote': { points: 60, seconds: 600 },
  /** What readers send, by form; a whole school may stand behind one address. */
  'newsletter-form': { points: 30, seconds: 3_600 },
  'letter-form': { points: 20, seconds: 3_600 },
  'comment-form': { points: 30, seconds: 3_600 },
  /** Links to confirm that are mailed to one address, whoever asks for them. */
  'newsletter-confirm': { points: 3, seconds: 86_400 },
} as const
export type QuickLimitName = keyof typeof QUICK_LIMITS

const KNOWN_DAYS = 30

/** The key of an account: the hash of its address. */
export function accountKey(email: string): string {
  return createHash('sha256').update(email.toLowerCase()).digest('hex')
}

/** The key of a client, as client-address.ts names it; keyed with our secret, so that no address can be read out of the table. */
export function addressKey(address: string): string {
  return createHmac('sha256', env().AUTH_SECRET).update(address).digest('hex')
}

const limiters = new Map<string, RateLimiterPrisma>()

function limiter(name: string, points: number, seconds: number): RateLimiterPrisma {
  const known = limiters.get(name)
  if (known !== undefined) return known
  const made = new RateLimiterPrisma({
    storeClient: db(),
    tableName: 'rateLimit',
    keyPrefix: name,
    points,
    duration: seconds,
    // One of them sweeps the whole table.
    clearExpiredByTimeout: limiters.size === 0,
  })
  limiters.set(name, made)
  return made
}

function named(name: LimitName): RateLimiterPrisma {
  return limiter(name, LIMITS[name].points, LIMITS[name].seconds)
}

async function take(from: Pick<RateLimiterPrisma, 'consume'>, key: string): Promise<number> {
  try {
    await from.consume(key)
    return 0
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000))
    throw refused
  }
}

/** Counts one try. 0: go on; else how many seconds to wait before the next one. */
export function takeTry(name: LimitName, key: string): Promise<number> {
  return take(named(name), key)
}

const quick = new Map<QuickLimitName, RateLimiterMemory>()

/** The same for what is counted in memory. */
export function takeQuickTry(name: QuickLimitName, key: string): Promise<number> {
  const { points, seconds } = QUICK_LIMITS[name]
  const counting = quick.get(name) ?? new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
  quick.set(name, counting)
  return take(counting, key)
}

/** Takes a counted try back: it was a right one. */
export async function giveBack(name: LimitName, key: string): Promise<void> {
  await named(name).reward(key)
}

/** Forgets the tries of a key. */
export async function forgetTries(name: LimitName, key: string): Promise<void> {
  await named(name).delete(key)
}

const knownPairs = () => limiter('known-pair', 1, KNOWN_DAYS * 86_400)

/** Remembers for 30 days that this account was signed in to from this address. */
export async function rememberPair(pairKey: string): Promise<void> {
  await knownPairs().set(pairKey, 1, KNOWN_DAYS * 86_400)
}

/** Whether this account was signed in to from this address in the last 30 days. */
export async function isKnownPair(pairKey: string): Promise<boolean> {
  return (await knownPairs().get(pairKey)) !== null
}

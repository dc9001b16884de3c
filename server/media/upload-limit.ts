import 'server-only'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

const limiter = new RateLimiterMemory({ points: 120, duration: 600 })

/** Counts one upload of this user. 0: go on; else how many seconds to wait (120 in 10 minutes). */
export async function takeUpload(userId: string): Promise<number> {
  try {
    await limiter.consume(userId)
    return 0
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000))
    throw refused
  }
}

import 'server-only'

/**
 * The one clock of commands and jobs. A server that was started with FP_TEST_CLOCK (milliseconds ahead of the real time; set by
 * scripts/e2e-server.ts and the database tests, taken away by scripts/start.ts) can be moved by it; no other can.
 */
const MOVABLE = (process.env.FP_TEST_CLOCK ?? '') !== ''

/** How far this clock is ahead of the real one, in milliseconds: 0 but in a test. */
export function clockAhead(): number {
  const ahead = MOVABLE ? Number(process.env.FP_TEST_CLOCK ?? 0) : 0
  return Number.isFinite(ahead) ? ahead : 0
}

/** What time it is. */
export function timeNow(): Date {
  return new Date(Date.now() + clockAhead())
}

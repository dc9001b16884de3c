import { log } from '#server/log.ts'

const EVERY = 5_000

/** Runs the jobs that are due inside the app at `origin`. True when the app took the call. */
export async function runJobs(origin: string, secret: string, boot = false): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/api/jobs/run${boot ? '?boot=1' : ''}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
      signal: AbortSignal.timeout(boot ? 30_000 : 300_000),
    })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}

/** Ticks until stopped, never twice at once; says so once when it stops or starts working. */
export function startJobsTimer(origin: string, secret: string): () => Promise<void> {
  let tick: Promise<void> | undefined
  let working = true
  const run = async () => {
    const now = await runJobs(origin, secret)
    if (now !== working) log[now ? 'info' : 'warn']({}, now ? 'jobs: running again' : 'jobs: the tick failed')
    working = now
  }
  const timer = setInterval(() => {
    tick ??= run().finally(() => (tick = undefined))
  }, EVERY)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await tick
  }
}

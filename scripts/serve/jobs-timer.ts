import { log } from '#server/log.ts'

const EVERY = 5_000

/** What is asked for: all of it after a start, or one part of what recurs. */
type Part = 'boot=1' | 'part=queue' | 'part=mails' | 'part=print' | 'part=upkeep'

/** Runs the jobs that are due inside the app at `origin`. True when the app took the call. */
export async function runJobs(origin: string, secret: string, part: Part): Promise<boolean> {
  const boot = part === 'boot=1'
  try {
    const answer = await fetch(`${origin}/api/jobs/run?${part}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
      signal: AbortSignal.timeout(boot ? 30_000 : part === 'part=print' ? 900_000 : 300_000),
    })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}

/** Ticks until stopped. Neither queue, mails, printed issues nor upkeep wait for each other, nor does any run twice at once. */
export function startJobsTimer(origin: string, secret: string): () => Promise<void> {
  const stops = [startTick(origin, secret, 'part=queue'), startTick(origin, secret, 'part=mails'), startTick(origin, secret, 'part=print'), startTick(origin, secret, 'part=upkeep')]
  return async () => void (await Promise.all(stops.map((stop) => stop())))
}

/** Says so once when it stops or starts working. */
function startTick(origin: string, secret: string, part: Part): () => Promise<void> {
  let tick: Promise<void> | undefined
  let working = true
  const run = async () => {
    const now = await runJobs(origin, secret, part)
    if (now !== working) log[now ? 'info' : 'warn']({ part }, now ? 'jobs: running again' : 'jobs: the tick failed')
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

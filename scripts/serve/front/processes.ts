import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { log } from '#server/log.ts'
import { StartProblem } from '../../start/steps.ts'

const PROGRAM = path.join(import.meta.dirname, 'reader-process.ts')
const AGAIN_AFTER = 1_000
const STOP_WITHIN = 6_000

/** Whether several processes can listen on one port here: the system must hand out connections among them. */
export function checkProcesses(wanted: number): void {
  if (wanted > 1 && process.platform !== 'linux') throw new StartProblem('WEB_PROCESSES above 1 needs Linux, which hands out the connections among them. Leave it out here.')
}

/** Keeps `count` reader processes running beside this one; a new one takes the place of one that died. Answers how to end them. */
export async function startReaderProcesses(count: number, env: Record<string, string>): Promise<() => Promise<void>> {
  const running = new Set<ChildProcess>()
  let ending = false
  const start = async () => {
    const child = fork(PROGRAM, { env: { ...process.env, ...env } })
    running.add(child)
    child.once('exit', (code) => {
      running.delete(child)
      if (ending) return
      log.error({ code }, 'reader process: ended; starting another')
      void pause(AGAIN_AFTER).then(() => (ending ? undefined : start()))
    })
    await Promise.race([once(child, 'message'), once(child, 'exit')])
  }
  await Promise.all(Array.from({ length: count }, start))
  return async () => {
    ending = true
    await Promise.all([...running].map(async (child) => {
      const over = once(child, 'exit')
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN)
      await over
      clearTimeout(late)
    }))
  }
}

import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { runMails } from '../jobs/schedule.ts'
import { asOwner } from './database.ts'

/** Workers of mails that are real processes, for tests that kill them. */

const WORKER = path.join(import.meta.dirname, 'mail-worker.ts')
const owner = (sql: string) => asOwner(process.env.FP_TEST_OWNER_URL ?? '', (client) => client.query(sql))

/** A worker that waits for a message to begin. */
export async function worker(): Promise<ChildProcess> {
  const child = fork(WORKER, { execArgv: ['--conditions=react-server'], env: { ...process.env, VITEST: undefined }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'message')
  return child
}

/** Kills it and waits until it is dead. */
export async function kill(child: ChildProcess): Promise<void> {
  const over = once(child, 'exit')
  child.kill('SIGKILL')
  await over
}

/** What the queue does with a job whose worker is not heard of any more, and then the next ticks. */
export async function nextTicks(): Promise<void> {
  await owner(`UPDATE pgboss.job SET started_on = now() - interval '121 seconds' WHERE state = 'active'; UPDATE pgboss.queue SET monitor_claim_on = NULL, monitor_on = NULL`)
  for (let tick = 0; tick < 3; tick += 1) {
    await runMails()
    await owner(`UPDATE pgboss.job SET start_after = now() WHERE state < 'active'`)
  }
}

import { spawn, type ChildProcess } from 'node:child_process'

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** Runs one step of the start: a line when it takes a while, another every five seconds, and one with its time at the end. */
export async function step<T>(name: string, work: () => Promise<T> | T, done: (result: T) => string | undefined = () => undefined): Promise<T> {
  const began = Date.now()
  const first = setTimeout(() => console.log(`  ${name} …`), 800)
  const heartbeat = setInterval(() => console.log(`  … still at it: ${name} (${seconds(began)})`), 5_000)
  try {
    const result = await work()
    const more = done(result)
    console.log(`✓ ${name}${more === undefined ? '' : `: ${more}`} (${seconds(began)})`)
    return result
  } finally {
    clearTimeout(first)
    clearInterval(heartbeat)
  }
}

/** A reason to stop that the person at the keyboard can act on; printed without a stack. */
export class StartProblem extends Error {}

const running = new Set<ChildProcess>()

/** Ends every program that `runNode` still runs. */
export function endPrograms(): void {
  for (const { pid } of running) {
    try {
      // The whole group: a build has workers of its own.
      if (pid !== undefined) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM')
    } catch {
      // It has just ended by itself.
    }
  }
}

/** Runs a script under this Node and answers what it printed; throws StartProblem, with all of that, when it fails. */
export function runNode(args: string[], env: Record<string, string | undefined>, title: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' })
    running.add(child)
    let output = ''
    const keep = (chunk: Buffer) => (output += chunk.toString())
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) => {
      running.delete(child)
      if (code === 0) resolve(output)
      else reject(new StartProblem(`${output.trimEnd()}\n\n${title} failed; the reason stands above.`))
    })
  })
}

import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { appUrl, ensureAppRole, prepareDatabase } from '../app-database.ts'
import { startPostgres } from '../postgres.ts'
import { ROOT } from '../start/build.ts'

/**
 * What writing together costs: memory and processor time of one server process with many open editors, idle and typing,
 * how long it takes until a change is called stored, and what one store of a long story costs. Prints a table.
 * Run: node --conditions=react-server scripts/bench/together.ts [editors]
 */

const EDITORS = Number(process.argv[2] ?? 200)
const A_STORY = 4
const TYPING = 20
const KEYS_A_SECOND = 5
const SECONDS = 15
const usage = z.object({ rss: z.number(), cpu: z.number() })

const folder = mkdtempSync(path.join(tmpdir(), 'fourth-period-bench-'))
chmodSync(folder, 0o755)
const password = randomBytes(24).toString('base64url')
const postgres = await startPostgres({ dataDir: path.join(folder, 'postgres'), logFile: path.join(folder, 'postgres.log'), password, durable: true })
let server: ChildProcess | undefined

async function used(): Promise<z.infer<typeof usage>> {
  if (server === undefined) throw new Error('no server')
  server.send('used')
  const [answer]: unknown[] = await once(server, 'message')
  return usage.parse(answer)
}

async function during(seconds: number): Promise<{ rss: number; share: number }> {
  const [before, began] = [await used(), performance.now()]
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
  const after = await used()
  return { rss: after.rss, share: (after.cpu - before.cpu) / 1_000 / (performance.now() - began) }
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`
const percent = (share: number) => `${Math.round(share * 100)} %`
const at = (values: number[], part: number) => `${Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? 0)} ms`

async function measure(): Promise<void> {
  const { storyOf, storesOf } = await import('./together-stories.ts')
  const { openSynced } = await import('#server/testing/together.ts')
  server = fork(path.join(ROOT, 'server/testing/together-process.ts'), { execArgv: ['--conditions=react-server'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await once(server, 'message')
  server.send(0)
  const [answer]: unknown[] = await once(server, 'message')
  const { ready: port } = z.object({ ready: z.number() }).parse(answer)
  const empty = await used()
  const stories = []
  for (let made = 0; made < EDITORS / A_STORY; made += 1) stories.push(await storyOf(1_000, 4))
  const pages = []
  for (const { storyId, editor } of stories) for (let open = 0; open < A_STORY; open += 1) pages.push(await openSynced({ port, actor: editor, storyId, within: 60_000 }))
  const idle = await during(SECONDS)
  const waits: number[] = []
  const typists = pages.filter((_, index) => index % Math.ceil(pages.length / TYPING) === 0)
  const timers = typists.map((page) =>
    setInterval(() => {
      page.doc.getText('deck').insert(0, 'x')
      page.doc.getText('deck').delete(0, page.doc.getText('deck').length > 100 ? 50 : 0)
      const began = performance.now()
      void page.stored(60_000).then(() => waits.push(performance.now() - began))
    }, 1_000 / KEYS_A_SECOND),
  )
  const busy = await during(SECONDS)
  for (const timer of timers) clearInterval(timer)
  for (const page of pages) page.close()
  console.log(`Writing together: ${pages.length} open editors of ${stories.length} stories (1,000 words, 4 pictures each), one process
  server alone                      ${megabytes(empty.rss)}
  all open, idle                    ${megabytes(idle.rss)}, ${percent(idle.share)} of one core
  ${typists.length} typing ${KEYS_A_SECOND} keys a second         ${megabytes(busy.rss)}, ${percent(busy.share)} of one core
  from a key to "stored"            ${at(waits, 0.5)} median, ${at(waits, 0.95)} p95`)
  const { times, cpu, bytes } = await storesOf(5_000, 30, 40)
  console.log(`  one store of 5,000 words and 30 pictures   ${at(times, 0.5)} median, ${at(times, 0.95)} p95, of it ${Math.round(cpu)} ms on our processor (${Math.round(bytes / 1_000)} kB of state)`)
}

try {
  await ensureAppRole(postgres, password)
  await prepareDatabase(postgres, 'bench')
  Object.assign(process.env, {
    DATABASE_URL: appUrl(postgres, 'bench', password), AUTH_SECRET: randomBytes(48).toString('base64'), JOBS_SECRET: randomBytes(48).toString('base64'),
    SITE_URL: 'http://localhost:3000', MEDIA_DIR: folder, LOG_LEVEL: 'silent', NODE_ENV: 'production',
  })
  await measure()
} finally {
  server?.kill('SIGKILL')
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
  process.exit()
}

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkHouse } from '../check-floors.ts'
import { build, buildIsCurrent, generateClient, ROOT, routeTypes, warningIn } from '../start/build.ts'
import { holderOf } from '../start/hold.ts'
import { DATA } from '../start/settings.ts'
import { step } from '../start/steps.ts'
import { ensureChromium } from './browser.ts'

export type Tally = { passed: number; failed: number }
export type Layer = 'types' | 'lint' | 'unit' | 'database' | 'browser'

const bin = (file: string) => path.join(ROOT, 'node_modules', file)
const one = (ok: boolean): Tally => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
const sum = (a: Tally, b: Tally): Tally => ({ passed: a.passed + b.passed, failed: a.failed + b.failed })

/** Runs a tool under this Node, its output straight to the terminal; answers its exit code. */
function tool(args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal))
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** Runs `work` with a file for the tool's report, and reads that afterwards. */
async function reported(work: (file: string) => Promise<number>, count: (report: Record<string, unknown>) => Tally): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fourth-period-report-'))
  try {
    const file = path.join(folder, 'report.json')
    const code = await work(file)
    const tally = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 }
    // Something broke outside every test, or there was none: that is a failure too.
    const broken = tally.failed === 0 && (code !== 0 || tally.passed === 0)
    return broken ? { ...tally, failed: 1 } : tally
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const number = (value: unknown) => (typeof value === 'number' ? value : 0)

const vitest = (project: string) =>
  reported(
    (file) => tool([bin('vitest/vitest.mjs'), 'run', '--project', project], { FP_TEST_REPORT: file }),
    (report) => ({ passed: number(report.numPassedTests), failed: number(report.numFailedTests) }),
  )

async function types(): Promise<Tally> {
  await step('Route types', routeTypes, (made) => (made === 'made' ? undefined : made))
  return one((await step('Type check', () => tool([bin('typescript/bin/tsc'), '--noEmit', '-p', ROOT]))) === 0)
}

async function lint(): Promise<Tally> {
  const code = await step('Lint', () => tool([bin('oxlint/bin/oxlint'), '--deny-warnings']))
  const findings = await step('Rules of the house', () => checkHouse(), (found) => (found.length === 0 ? undefined : `${found.length} broken`))
  for (const finding of findings) console.error(`  ${finding}`)
  return sum(one(code === 0), one(findings.length === 0))
}

async function browser(): Promise<Tally> {
  const holder = holderOf(DATA)
  if (holder !== undefined && !buildIsCurrent()) {
    console.error(`The app must be built anew for the browser tests, and Fourth Period is running from this folder (process ${holder.pid}). Stop it, then run npm test again.`)
    return one(false)
  }
  const output = await step('Build', build, (made) => (made === undefined ? 'unchanged' : undefined))
  const chromium = await ensureChromium()
  const journeys = await reported(
    (file) => tool([bin('@playwright/test/cli.js'), 'test'], { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
    ({ stats }) => {
      const { expected, unexpected, flaky }: Record<string, unknown> = typeof stats === 'object' && stats !== null ? { ...stats } : {}
      return { passed: number(expected), failed: number(unexpected) + number(flaky) }
    },
  )
  return output === undefined ? journeys : sum(journeys, quietBuild(output))
}

/** "The production build has no warning", asked of a build that was made now. */
function quietBuild(output: string): Tally {
  const warning = warningIn(output)
  if (warning !== undefined) console.error(`✗ the production build has no warning: it says "${warning}"`)
  return one(warning === undefined)
}

export const LAYERS: Record<Layer, () => Promise<Tally>> = { types, lint, unit: () => vitest('unit'), database: () => vitest('database'), browser }

/** What every layer needs first. */
export async function prepare(): Promise<void> {
  await step('Database client', generateClient, (made) => (made === 'made' ? undefined : made))
}

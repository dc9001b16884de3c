import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { StartProblem, step } from '../start/steps.ts'

// The shell without windows first: pages in it take a quarter less time.
const SYSTEM = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

const runnable = (file: string) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A Chromium of this machine: Playwright's own, else the system's. */
export function findChromium(): string | undefined {
  const own = chromium.executablePath()
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/snap/bin']
  const known = [process.env.CHROMIUM, own, ...SYSTEM.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...MAC]
  return known.find((file): file is string => file !== undefined && file !== '' && existsSync(file) && runnable(file))
}

const INSTALL_WITHIN = 240_000
const BY_HAND = 'No Chromium was found, and none could be installed. Install one (Debian: apt-get install chromium; elsewhere: npx playwright install --with-deps chromium), or name one in CHROMIUM, then start again.'

/** Runs one attempt to its end, however it ends: whether it helped shows in `findChromium`. */
function attempt(command: string, args: string[]): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', timeout: INSTALL_WITHIN, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    const stop = (signal: NodeJS.Signals) => void child.kill(signal)
    const done = () => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop)
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
    child.once('error', done).once('close', done)
  })
}

async function installChromium(): Promise<string> {
  const root = process.getuid?.() === 0
  const playwright = path.join(import.meta.dirname, '../../node_modules/@playwright/test/cli.js')
  const attempts: string[][] = [[process.execPath, playwright, 'install', ...(root ? ['--with-deps'] : []), 'chromium']]
  if (root && existsSync('/etc/debian_version')) attempts.push(['apt-get', 'update'], ...['chromium-headless-shell', 'chromium'].map((name) => ['apt-get', 'install', '-y', '--no-install-recommends', name]))
  for (const [command = '', ...args] of attempts) {
    await attempt(command, args)
    const now = findChromium()
    if (now !== undefined) return now
  }
  throw new StartProblem(BY_HAND)
}

/** The path of a Chromium, installed when there is none; throws StartProblem, which says what to do by hand, when that fails. */
export async function ensureChromium(): Promise<string> {
  return findChromium() ?? (await step('Installing a Chromium, since there is none here', installChromium))
}

import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
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
  const known = [process.env.CHROMIUM, own, ...folders.flatMap((folder) => SYSTEM.map((name) => path.join(folder, name))), ...MAC]
  return known.find((file): file is string => file !== undefined && file !== '' && existsSync(file) && runnable(file))
}

/** Finds a Chromium, or installs one; answers what to do by hand when neither works. */
export function ensureChromium(): { path: string } | { problem: string } {
  const found = findChromium()
  if (found !== undefined) return { path: found }
  console.log('  No Chromium here: installing one …')
  const root = process.getuid?.() === 0
  const playwright = path.join(import.meta.dirname, '../../node_modules/@playwright/test/cli.js')
  const attempts: string[][] = [[process.execPath, playwright, 'install', ...(root ? ['--with-deps'] : []), 'chromium']]
  if (root && existsSync('/etc/debian_version')) attempts.push(['apt-get', 'update'], ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'])
  for (const [command = '', ...args] of attempts) {
    spawnSync(command, args, { stdio: ['ignore', 'ignore', 'ignore'], timeout: 240_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    const now = findChromium()
    if (now !== undefined) return { path: now }
  }
  return { problem: 'No Chromium was found, and none could be installed. Install one (Debian: apt-get install chromium; elsewhere: npx playwright install --with-deps chromium), or name one in CHROMIUM, then run npm test again.' }
}

import { spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Browser, type Page } from '@playwright/test'
import { DEMO_ACCOUNTS } from '#prisma/seed/accounts.ts'
import { freePort } from './postgres.ts'
import { build, ROOT } from './start/build.ts'
import { step } from './start/steps.ts'
import { ensureChromium } from './test/browser.ts'
import { prepare } from './test/layers.ts'

async function untilReady(site: string): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    const ready = await fetch(`${site}/api/health`).then((answer) => answer.ok, () => false)
    if (ready) return
    await pause(500)
  }
  throw new Error('the paper did not start')
}

/** Builds, serves a demo paper of its own and does `work` with it in a browser; both end with the work. `site`: its address. */
export async function withDemoPaper(work: (site: string, browser: Browser) => Promise<void>): Promise<void> {
  const port = await freePort()
  const site = `http://localhost:${port}`
  await prepare()
  await step('Build', build, (output) => (output === undefined ? 'unchanged' : undefined))
  const executablePath = await ensureChromium()
  const server = spawn(process.execPath, [path.join(ROOT, 'scripts/e2e-server.ts')], { env: { ...process.env, FP_E2E_PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit'] })
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  try {
    await untilReady(site)
    await work(site, browser)
  } finally {
    await browser.close()
    server.kill('SIGTERM')
  }
}

/** Signs the page in with the demo account of a role, through the form. */
export async function signIn(page: Page, site: string, role: string): Promise<void> {
  const account = DEMO_ACCOUNTS.find((one) => one.role === role)
  if (account === undefined) throw new Error(`no demo account for ${role}`)
  await page.context().clearCookies()
  await page.goto(`${site}/sign-in`)
  await page.getByLabel('E-mail').fill(account.email)
  await page.getByLabel('Password', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/newsroom/)
}

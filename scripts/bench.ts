import { spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import { DEMO_ACCOUNTS } from '#prisma/seed/accounts.ts'
import { benchEditor } from './bench/editor.ts'
import { freePort } from './postgres.ts'
import { build, ROOT } from './start/build.ts'
import { step } from './start/steps.ts'
import { ensureChromium } from './test/browser.ts'
import { prepare } from './test/layers.ts'

// npm run bench: figures of the product beside a reference in the same run. They depend on the machine; the ratios hardly do.
const port = await freePort()
const site = `http://localhost:${port}`

async function untilReady(): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    if (await fetch(`${site}/api/health`).then((answer) => answer.ok, () => false)) return
    await pause(500)
  }
  throw new Error('the paper did not start')
}

await prepare()
await step('Build', build, (output) => (output === undefined ? 'unchanged' : undefined))
const executablePath = await ensureChromium()
const server = spawn(process.execPath, [path.join(ROOT, 'scripts/e2e-server.ts')], { env: { ...process.env, FP_E2E_PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit'] })
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })

async function signIn(role: 'WRITER' | 'EDITOR'): Promise<Page> {
  const account = DEMO_ACCOUNTS.find((one) => one.role === role)
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.goto(`${site}/sign-in`)
  await page.getByLabel('E-mail').fill(account?.email ?? '')
  await page.getByLabel('Password', { exact: true }).fill(account?.password ?? '')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/newsroom/)
  return page
}

try {
  await untilReady()
  for (const { what, value } of await benchEditor(site, signIn, browser)) console.log(`${value.padStart(18)}  ${what}`)
} finally {
  await browser.close()
  server.kill('SIGTERM')
}

import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import { DEMO_ACCOUNTS } from '#prisma/seed/accounts.ts'
import { freePort } from './postgres.ts'
import { build, ROOT } from './start/build.ts'
import { step } from './start/steps.ts'
import { ensureChromium } from './test/browser.ts'
import { prepare } from './test/layers.ts'

// The pictures of the README, made from the demo paper by walking through it: npm run screenshots
const OUT = path.join(ROOT, 'docs/pictures')
const PASTED = path.join(ROOT, 'e2e/fixtures/pasted-story.txt')
const SIZE = { width: 1280, height: 860 }

const port = await freePort()
const site = `http://localhost:${port}`

async function untilReady(): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    const ready = await fetch(`${site}/api/health`).then((answer) => answer.ok, () => false)
    if (ready) return
    await pause(500)
  }
  throw new Error('the paper did not start')
}

async function signIn(page: Page, role: string): Promise<void> {
  const account = DEMO_ACCOUNTS.find((one) => one.role === role)
  if (account === undefined) throw new Error(`no demo account for ${role}`)
  await page.context().clearCookies()
  await page.goto(`${site}/sign-in`)
  await page.getByLabel('E-mail').fill(account.email)
  await page.getByLabel('Password', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/newsroom/)
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: path.join(OUT, `${name}.jpg`), type: 'jpeg', quality: 82 })
  console.log(`docs/pictures/${name}.jpg`)
}

async function walk(page: Page): Promise<void> {
  await page.goto(site)
  await shoot(page, 'front')
  await page.locator('main h2 a, main h1 a').first().click()
  await shoot(page, 'story')

  await signIn(page, 'WRITER')
  await page.goto(`${site}/newsroom/stories/new/from-text`)
  await page.getByLabel('Paste your text').fill(readFileSync(PASTED, 'utf8'))
  await page.getByText('Picture 1').first().waitFor()
  await page.getByLabel('Headline', { exact: true }).scrollIntoViewIfNeeded()
  await shoot(page, 'from-text')
  await page.goto(`${site}/newsroom/stories?state=DRAFT`)
  await page.locator('main li a').first().click()
  await page.getByRole('textbox', { name: 'Story text' }).waitFor()
  await shoot(page, 'editor')

  await signIn(page, 'ADVISER')
  await page.getByRole('link', { name: 'School board to vote' }).click()
  await page.getByRole('button', { name: 'Approve this revision' }).waitFor()
  await shoot(page, 'review')
}

await prepare()
await step('Build', build, (output) => (output === undefined ? 'unchanged' : undefined))
const executablePath = await ensureChromium()
mkdirSync(OUT, { recursive: true })
const server = spawn(process.execPath, [path.join(ROOT, 'scripts/e2e-server.ts')], { env: { ...process.env, FP_E2E_PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit'] })
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
try {
  await untilReady()
  await walk(await browser.newPage({ viewport: SIZE, colorScheme: 'light' }))
} finally {
  await browser.close()
  server.kill('SIGTERM')
}

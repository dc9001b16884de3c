import { chromium, type Browser, type Page } from '@playwright/test'
import { startPaper } from '#e2e/fixtures/paper.ts'
import { DEMO_ACCOUNTS } from '#prisma/seed/accounts.ts'
import { build } from './start/build.ts'
import { step } from './start/steps.ts'
import { ensureChromium } from './test/browser.ts'
import { prepare } from './test/layers.ts'

/** Builds, serves a demo paper of its own and does `work` with it in a browser; both end with the work. `site`: its address. */
export async function withDemoPaper(work: (site: string, browser: Browser) => Promise<void>): Promise<void> {
  await prepare()
  await step('Build', build, (output) => (output === undefined ? 'unchanged' : undefined))
  const executablePath = await ensureChromium()
  const paper = await startPaper()
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  try {
    await work(paper.baseURL, browser)
  } finally {
    await browser.close()
    await paper.end()
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

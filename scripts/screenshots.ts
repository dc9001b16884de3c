import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { signIn, withDemoPaper } from './demo-browser.ts'
import { ROOT } from './start/build.ts'

// The pictures of the README, made from the demo paper by walking through it: npm run screenshots
const OUT = path.join(ROOT, 'docs/pictures')
const PASTED = path.join(ROOT, 'e2e/fixtures/pasted-story.txt')
const SIZE = { width: 1280, height: 860 }

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: path.join(OUT, `${name}.jpg`), type: 'jpeg', quality: 82 })
  console.log(`docs/pictures/${name}.jpg`)
}

async function walk(page: Page, site: string): Promise<void> {
  await page.goto(site)
  await shoot(page, 'front')
  await page.locator('main h2 a, main h1 a').first().click()
  await shoot(page, 'story')

  await signIn(page, site, 'WRITER')
  await page.goto(`${site}/newsroom/stories/new/from-text`)
  await page.getByLabel('Paste your text').fill(readFileSync(PASTED, 'utf8'))
  await page.getByText('Picture 1').first().waitFor()
  await page.getByLabel('Headline', { exact: true }).scrollIntoViewIfNeeded()
  await shoot(page, 'from-text')
  await page.goto(`${site}/newsroom/stories?state=DRAFT`)
  await page.locator('main li a').first().click()
  await page.getByRole('textbox', { name: 'Story text' }).waitFor()
  await shoot(page, 'editor')

  await signIn(page, site, 'ADVISER')
  await page.getByRole('link', { name: 'School board to vote' }).click()
  await page.getByRole('button', { name: 'Approve this revision' }).waitFor()
  await shoot(page, 'review')
}

mkdirSync(OUT, { recursive: true })
await withDemoPaper(async (site, browser) => walk(await browser.newPage({ viewport: SIZE, colorScheme: 'light' }), site))

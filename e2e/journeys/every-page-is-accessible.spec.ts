import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/newsroom.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${page.url()} ${id}: ${node.target.join(' ')}`))
}

/** Both colour schemes, on a phone and on a desk. */
async function look(page: Page, paths: string[]): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const [width, height] of [[375, 800], [1440, 900]] as const) {
      await page.setViewportSize({ width, height })
      for (const path of paths) {
        await page.goto(path)
        await expect(page.getByText('Opening the text…')).toHaveCount(0)
        found.push(...(await violationsOf(page)))
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (wider > 0) found.push(`${path} is ${wider}px wider than a ${width}px screen`)
      }
    }
  }
  return found
}

test('the paper', async ({ reader }) => {
  test.setTimeout(180_000)
  const page = await reader({ script: true })
  await page.goto('/news')
  const stories = await page.locator('main a[href^="/news/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(stories.length).toBeGreaterThan(1)
  const two = [...new Set(stories)].slice(0, 2)
  expect(await look(page, ['/', '/news', ...two, '/news/no-such-story', '/a/b/c', '/problem', '/sign-in', '/sign-in/forgot', '/sign-in/invitation/x'])).toEqual([])
})

test('the newsroom, as an admin sees it', async ({ as }) => {
  test.setTimeout(240_000)
  const page = await as('ADMIN')
  await page.goto('/newsroom/stories?state=REVIEW')
  const story = await page.locator('main li a').first().getAttribute('href')
  const base = story?.replace(/\/review$/, '') ?? ''
  expect(
    await look(page, ['/newsroom', '/newsroom/stories', '/newsroom/stories/new', '/newsroom/stories/new/from-text', base, `${base}/review`, `${base}/history`, '/newsroom/staff', '/newsroom/settings', '/newsroom/account']),
  ).toEqual([])
})

import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/newsroom.ts'

const WHOLE_LIMIT = 70_000
const FACES_LIMIT = 2

/** The first standard story that a section names, with or without pictures. */
async function storyOf(page: Page, pictures: boolean): Promise<string> {
  for (const section of ['/news', '/sports', '/opinion', '/features', '/arts']) {
    const list = await (await page.request.get(section)).text()
    for (const [, href = ''] of list.matchAll(/class="headline"[^>]*><a href="(\/[a-z-]+\/[a-z0-9-]+)"/g)) {
      const html = await (await page.request.get(href)).text()
      if (html.includes('data-template="standard"') && html.includes(pictures ? 'data-lead="picture"' : 'data-lead="none"') && html.includes('/api/media/') === pictures) return href
    }
  }
  throw new Error('the demo paper has no such story')
}

/** Everything that a browser without anything of the paper loads for a page, in bytes as they come. */
async function visit(page: Page, path: string): Promise<{ bytes: number; faces: string[]; styles: number }> {
  const session = await page.context().newCDPSession(page)
  const loaded = new Map<string, string>()
  let bytes = 0
  await session.send('Network.enable')
  session.on('Network.requestWillBeSent', ({ requestId, request }) => void loaded.set(requestId, request.url))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => void (loaded.has(requestId) && (bytes += encodedDataLength)))
  await page.goto(path, { waitUntil: 'networkidle' })
  const urls = [...loaded.values()]
  return { bytes, faces: urls.filter((url) => url.endsWith('.woff2')), styles: urls.filter((url) => url.endsWith('.css')).length }
}

test('a first visit to a story without pictures is less than 70 kB, with two files of typefaces and no style sheet to wait for', async ({ reader }) => {
  const page = await reader({ script: true })
  const { bytes, faces, styles } = await visit(page, await storyOf(page, false))
  expect(bytes).toBeLessThan(WHOLE_LIMIT)
  expect([faces.length, styles]).toEqual([FACES_LIMIT, 0])
})

// Italics, and letters of extended Latin, are files of their own.
test('front page, sections, search, archive, masthead and corrections need two files of typefaces, and no style sheet of their own', async ({ reader }) => {
  for (const path of ['/', '/news', '/search', '/archive', '/staff', '/corrections']) {
    const { faces, styles } = await visit(await reader({ script: true }), path)
    expect([faces.length, styles], path).toEqual([FACES_LIMIT, 0])
  }
})

test('nothing moves when the faces come late, or the picture', async ({ reader }) => {
  const first = await reader({ script: true })
  const story = await storyOf(first, true)
  for (const path of ['/', story, await storyOf(first, false)]) {
    const page = await reader({ script: true })
    await page.setViewportSize({ width: 412, height: 823 })
    let come = (): void => undefined
    const late = new Promise<void>((resolve) => (come = resolve))
    await page.route(/\.woff2$|\/api\/media\//, async (route) => {
      await late
      await route.continue()
    })
    await page.addInitScript(() => {
      const moved: string[] = []
      Object.assign(globalThis, { moved })
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => moved.push(JSON.stringify(entry)))).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(path, { waitUntil: 'domcontentloaded' })
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
    const faces = page.waitForResponse(/\.woff2$/)
    come()
    await faces
    await page.waitForLoadState('networkidle')
    // What moved is told after the frame that shows it.
    expect(await page.evaluate(async () => {
      await document.fonts.ready
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      return Reflect.get(globalThis, 'moved')
    }), path).toEqual([])
  }
})

test('a page of the paper says in a sentence what it belongs to, one that answers to its query too', async ({ reader }) => {
  const { request } = await reader()
  for (const path of ['/', '/news', '/search', '/corrections/request']) expect(await (await request.get(path)).text(), path).toMatch(/<meta name="description" content="[^"]+"/)
})

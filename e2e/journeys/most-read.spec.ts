import { expect, test } from '../fixtures/newsroom.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0'

test('what readers look at is counted without a mark on them, and programs are not; who writes sees their own figures', async ({ browser, baseURL, reader, as }) => {
  const plain = await reader()
  await plain.goto('/')
  const paths = await plain.locator('main h2 a, main h3 a').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))].filter((path) => path.split('/').length === 3).slice(0, 4))
  expect(paths).toHaveLength(4)

  // In a browser: the page says so itself after some seconds in sight, and nothing is left behind in it.
  const context = await browser.newContext({ baseURL: baseURL ?? '', userAgent: FIREFOX })
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(paths[0] ?? '')
  await expect(page.locator('fp-read:defined')).toHaveCount(1)
  const said = page.waitForRequest('/api/read')
  await page.clock.runFor(9_000)
  expect((await said).postData()).toBe(paths[0])
  expect(await context.cookies()).toEqual([])
  await context.close()

  // The same as others would say it: enough for a list, in this order; a program is answered alike, and not counted.
  const origin = new URL(baseURL ?? '').origin
  const say = (path: string, agent: string) => plain.request.post('/api/read', { data: path, headers: { origin, 'user-agent': agent, 'content-type': 'text/plain;charset=UTF-8' } })
  for (const [index, path] of paths.entries()) for (let time = 0; time < (index === 3 ? 0 : 9 - index); time += 1) expect((await say(path, FIREFOX)).status()).toBe(204)
  for (let time = 0; time < 12; time += 1) expect((await say(paths[3] ?? '', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)')).status()).toBe(204)

  const editor = await as('EDITOR')
  await expect(async () => {
    await editor.goto('/newsroom/figures')
    await expect(editor.getByRole('row').nth(1).getByRole('cell').first()).toHaveText('10', { timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await expect(editor.getByRole('img', { name: /Bars: times read a day/ })).toBeVisible()
  await editor.getByText('As a table').click()
  await expect(editor.getByRole('columnheader', { name: 'Times read' })).toBeVisible()
  const whole = await editor.locator('tbody th[scope=row] a').count()
  const writer = await as('WRITER')
  await writer.goto('/newsroom/figures')
  await expect(writer.getByText('How often your stories are read')).toBeVisible()
  expect(await writer.locator('tbody th[scope=row] a').count()).toBeLessThan(whole)

  // Switched off and on again, the list is made anew: the same for everybody, in order, without the story that only a program read.
  const admin = await as('ADMIN')
  for (const on of [false, true]) {
    await admin.goto('/newsroom/settings/reading')
    await admin.getByLabel('Count how often stories are read, and list the most read').setChecked(on)
    await admin.getByRole('button', { name: 'Save' }).click()
    await expect(admin.getByText('Saved.', { exact: true })).toBeVisible()
    await plain.goto('/')
    await expect(plain.locator('fp-read, .most-read')).toHaveCount(on ? 1 : 0)
  }
  expect(await plain.locator('.most-read a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(paths.slice(0, 3))
  await plain.goto(paths[3] ?? '')
  await expect(plain.getByRole('heading', { name: /Most read/ })).toBeVisible()
})

import { control } from '../fixtures/faults.ts'
import { expect, test } from '../fixtures/newsroom.ts'


// Named to run last: the journeys before it need the database.
test('while the database is stopped, pages already rendered keep being served, and nothing turns into an empty page', async ({ as, reader }) => {
  const page = await reader()
  // After each change the paper is expired once more; this is about a paper that nobody changes.
  await expect.poll(async () => Number(await control('quiet')), { timeout: 60_000 }).toBeGreaterThan(25_000)
  await page.goto('/')
  const seen = await page.locator('main a[href^="/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const story = seen.find((href) => href.split('/').length === 3) ?? ''
  const rendered = ['/', '/news', story]
  const texts = new Map<string, string>()
  for (const path of rendered) texts.set(path, await (await page.request.get(path)).text())
  const picture = /\/api\/media\/[0-9a-f]{64}\.webp/.exec(texts.get('/') ?? '')?.[0] ?? ''
  expect((await page.request.get(picture)).status()).toBe(200)
  const staff = await as('WRITER')

  await control('stop')
  try {
    for (const path of rendered) {
      const answer = await page.request.get(path)
      expect(answer.status(), path).toBe(200)
      expect(await answer.text()).toBe(texts.get(path))
    }
    expect((await page.request.get(picture)).status()).toBe(200)
    const never = await page.request.get('/sports/never-asked-for-before')
    expect(never.status()).toBe(503)
    expect(never.headers()['retry-after']).toBe('30')
    await page.goto('/opinion/never-asked-for-either')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const health = await page.request.get('/api/health')
    expect(health.status()).toBe(503)
    expect(await health.json()).toEqual({ ready: false, reason: 'The database does not answer.' })
    await staff.goto('/newsroom')
    await expect(staff.getByRole('heading', { name: /could not be shown|problem at the press/ })).toBeVisible()
  } finally {
    await control('start')
  }
  await expect.poll(async () => (await page.request.get('/api/health')).status(), { timeout: 30_000 }).toBe(200)
  expect((await page.request.get('/sports/never-asked-for-before')).status()).toBe(404)
  await staff.goto('/newsroom')
  await expect(staff.getByRole('heading', { name: 'Waiting for you' })).toBeVisible()
})

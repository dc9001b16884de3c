import { expect, test } from '../fixtures/newsroom.ts'
import { startStory } from '../fixtures/stories.ts'
import { StoryDesk } from '../pages/story-desk.ts'

test('stories that were opened are read again without a network; what is withdrawn goes at the next contact; switched off, all of it goes', async ({ reader, as }) => {
  const writer = await as('WRITER')
  const story = await startStory(writer, { headline: 'A story to be kept for the bus', deck: '', text: 'The bus is late again.', tag: 'buses' })
  await new StoryDesk(writer, story.id).open().then((desk) => desk.handIn())
  await (await new StoryDesk(await as('EDITOR'), story.id).open()).sendOn()
  const adviser = await new StoryDesk(await as('ADVISER'), story.id).open()
  await adviser.approve()
  await adviser.publish()

  const page = await reader({ script: true })
  const kept = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('fp1-story ')).map((name) => name.slice('fp1-story '.length)))
  await page.goto('/news')
  const other = (await page.locator('main h2 a, main h3 a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))).find((path) => path.startsWith('/news/') && !path.includes('bus')) ?? ''
  const own = '/news/a-story-to-be-kept-for-the-bus'
  for (const path of [own, other]) {
    await page.goto(path)
    await expect.poll(kept, { timeout: 30_000 }).toContain(path)
  }
  expect(await page.context().cookies()).toEqual([])

  await page.context().setOffline(true)
  await page.goto(own)
  await expect(page.getByText('The bus is late again.')).toBeVisible()
  await page.goto('/sports')
  await expect(page.getByRole('heading', { name: 'Reading offline' })).toBeVisible()
  await expect(page.locator('fp-offline li a')).toHaveText([/./, 'A story to be kept for the bus'])
  await page.locator('fp-offline').getByRole('link', { name: 'A story to be kept for the bus' }).click()
  await expect(page.getByText('The bus is late again.')).toBeVisible()
  // What belongs to somebody is never kept.
  expect((await kept()).every((path) => !/^\/(newsroom|sign-in|api)/.test(path))).toBe(true)
  await page.context().setOffline(false)

  // Withdrawn: gone at the next contact, though its own address is not asked for.
  await adviser.open()
  await adviser.withdraw('It was published only to be withdrawn.')
  await expect(async () => {
    await page.goto(other)
    await page.waitForLoadState('load')
    expect((await page.request.get(own)).status()).toBe(410)
    await page.goto(own)
    expect(await kept()).toEqual([other])
  }).toPass({ timeout: 60_000 })
  await page.context().setOffline(true)
  await page.goto(own)
  await expect(page.getByText('The bus is late again.')).toHaveCount(0)
  await page.context().setOffline(false)

  // Switched off: the worker is replaced by one that forgets all and goes.
  const admin = await as('ADMIN')
  await admin.goto('/newsroom/settings/reading')
  await admin.getByLabel('Keep the last 20 stories on the reader’s device').uncheck()
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByText('Saved.', { exact: true })).toBeVisible()
  await expect(async () => {
    await page.goto('/')
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((one) => one?.update()))
    expect(await page.evaluate(async () => [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length])).toEqual([0, 0])
  }).toPass({ timeout: 30_000 })
  await admin.getByLabel('Keep the last 20 stories on the reader’s device').check()
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByText('Saved.', { exact: true })).toBeVisible()
})

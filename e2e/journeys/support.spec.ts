import { violationsOn } from '../fixtures/accessible.ts'
import { expect, test } from '../fixtures/newsroom.ts'
import { pictureFile } from '../fixtures/stories.ts'

const daysFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('the paper asks for support and shows an advertisement: both off at first, labelled, without a script, and gone when switched off', async ({ as, reader }) => {
  const [adviser, page] = [await as('ADVISER'), await reader()]
  await page.goto('/')
  await expect(page.locator('.donation-box, .advertisement')).toHaveCount(0)

  await adviser.goto('/newsroom/settings/support')
  const box = adviser.getByRole('region', { name: 'Donations' })
  await box.getByLabel('Show the box').check()
  await box.getByLabel('Title of the box').fill('Keep us printing')
  await box.getByLabel('Web address').fill('http://give.example/bell')
  await box.getByLabel('Goal, in dollars').fill('3,000')
  await box.getByLabel('Raised so far').fill('1250')
  await box.getByRole('button', { name: 'Save the box' }).click()
  await expect(box.getByText('Give a web address, beginning with https://.')).toBeVisible()
  await box.getByLabel('Web address').fill('https://give.example/bell')
  await box.getByRole('button', { name: 'Save the box' }).click()
  await expect(box.getByRole('status')).toBeVisible()

  await adviser.getByLabel('Picture of a new advertisement').setInputFiles({ name: 'bread.jpg', mimeType: 'image/jpeg', buffer: await pictureFile() })
  await adviser.getByRole('button', { name: 'Add an advertisement' }).click()
  const ad = adviser.getByRole('region', { name: 'New advertisement' })
  const picture = (await ad.locator('img').getAttribute('src')) ?? ''
  expect((await page.request.get(picture)).status()).toBe(404)
  await ad.getByLabel('Who advertises').fill('Corner Bakery')
  await ad.getByLabel('Where it leads').fill('https://bakery.example/bread')
  await ad.getByLabel('What the picture says').fill('Fresh bread until six')
  await ad.getByLabel('First day').fill(daysFrom(-1))
  await ad.getByLabel('Last day').fill(daysFrom(1))
  await ad.getByRole('button', { name: 'Save the advertisement' }).click()
  await adviser.getByLabel('Let advertisements run').check()
  await adviser.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(adviser.getByText('· runs now')).toBeVisible()
  expect(await violationsOn(adviser)).toEqual([])

  const paths = ['/', (await page.locator('main h2 a').first().getAttribute('href')) ?? '']
  for (const path of paths) {
    await page.goto(path)
    const shown = page.getByRole('complementary', { name: 'Advertisement' })
    await expect(shown.getByText('Advertisement', { exact: true })).toBeVisible()
    await expect(shown.getByRole('link', { name: 'Fresh bread until six' })).toHaveAttribute('rel', /sponsored/)
    await expect(shown.getByRole('img')).toHaveAttribute('height', '300')
    await expect(page.getByText('$1,250 of $3,000 so far').first()).toBeVisible()
    await expect(page.getByRole('link', { name: 'Give to the paper' })).toHaveAttribute('href', 'https://give.example/bell')
    expect(await violationsOn(page)).toEqual([])
  }
  expect((await page.request.get(picture)).status()).toBe(200)

  await adviser.getByLabel('Let advertisements run').uncheck()
  await adviser.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(adviser.getByText('· does not run now')).toBeVisible()
  await page.goto(paths[1] ?? '')
  await expect(page.locator('.advertisement')).toHaveCount(0)
  expect((await page.request.get(picture)).status()).toBe(404)
  // As it was, for whatever is tried next on this paper.
  await box.getByLabel('Show the box').uncheck()
  await box.getByRole('button', { name: 'Save the box' }).click()
  await adviser.getByRole('button', { name: 'Remove this advertisement' }).click()
  await expect(adviser.locator('section[id^="ad-"]')).toHaveCount(0)
})

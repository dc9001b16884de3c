import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { DEMO_PAPER } from '#prisma/seed/accounts.ts'
import { accountOf, expect, test } from '../fixtures/newsroom.ts'
import { LookDesk } from '../pages/look-desk.ts'

const NAME = 'El Faro del Valle'

const colour = (page: Page, selector: string) => page.locator(selector).first().evaluate((element) => getComputedStyle(element).color)
const face = (page: Page, selector: string) => page.locator(selector).first().evaluate((element) => getComputedStyle(element).fontFamily)
const sizeOf = async (bytes: Buffer) => {
  const { width, height, format } = await sharp(bytes).metadata()
  return { width, height, format }
}

test.afterEach(async ({ as }) => {
  const desk = await new LookDesk(await as('ADMIN')).open()
  await desk.field('Name').fill(DEMO_PAPER.paperName)
  await desk.field('Motto').fill(DEMO_PAPER.motto)
  await desk.field('Language').selectOption('en')
  await desk.page.getByLabel('Source Serif and Abril Fatface').check()
  for (const name of ['Accent on light', 'Accent on dark', 'Name of the paper on light', 'Name of the paper on dark', 'Instagram']) await desk.field(name).fill('')
  for (const left = desk.page.getByRole('button', { name: /^Take out/ }); (await left.count()) > 0; ) await left.first().click()
  if ((await desk.button('Take the logo out').count()) > 0) await desk.button('Take the logo out').click()
  await desk.save()
})

test('the look is refused where it cannot be read, tried out unseen, saved, and seen by the next reader', async ({ as, reader }) => {
  const [admin, page] = [await as('ADMIN'), await reader()]
  await page.goto('/')
  const before = await page.content()
  const story = (await page.locator('.front-top h2 a').first().getAttribute('href')) ?? ''
  const desk = await new LookDesk(admin).open()

  // A colour that nobody could read is refused beside its field, and the nearest that passes is one press away.
  await desk.field('Name').fill(NAME)
  await desk.field('Language').selectOption('es')
  await desk.page.getByLabel('Newsreader and Public Sans').check()
  await desk.field('Accent on light').fill('#ffcc00')
  await expect(desk.page.getByText('#ffcc00 is too faint on the light paper: its contrast is 1.3 to 1')).toBeVisible()
  await desk.button('Save for readers').click()
  await expect(desk.field('Accent on light')).toBeFocused()
  await expect(desk.field('Name')).toHaveValue(NAME)
  await desk.button('Use #876a00').click()
  await expect(desk.field('Accent on light')).toHaveValue('#876a00')

  // Links, put in order by keyboard.
  await desk.addLink('head', 'Tienda', 'https://shop.example/')
  await desk.addLink('head', 'Cómo editamos', '/how-we-edit')
  const up = desk.page.getByRole('button', { name: 'Up, link 2' })
  await up.focus()
  await up.press('Enter')
  await desk.said('Moved “Cómo editamos” to place 1 of 2.')
  await desk.field('Instagram').fill('https://instagram.com/elfaro')
  await desk.page.getByLabel('Upload a logo').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: await sharp({ create: { width: 640, height: 320, channels: 4, background: { r: 0, g: 90, b: 60, alpha: 1 } } }).png().toBuffer() })
  await expect(desk.page.getByAltText('The logo')).toBeVisible()
  const logo = (await desk.page.getByAltText('The logo').getAttribute('src')) ?? ''

  // Tried out: in frames on three widths, for this person alone.
  await desk.preview()
  const preview = await admin.context().newPage()
  for (const address of ['/newsroom/settings/look/preview', '/newsroom/settings/look/preview?page=story']) {
    await preview.goto(address)
    await expect(preview.locator('.nameplate')).toHaveText(NAME)
    expect(await preview.locator('script').count()).toBe(0)
    expect(await preview.locator('html').getAttribute('lang')).toBe('es')
  }
  await preview.close()
  await desk.page.getByTitle('Front page: Desk, 1440 pixels wide').scrollIntoViewIfNeeded()
  await expect(desk.page.frameLocator('iframe[title="Front page: Desk, 1440 pixels wide"]').locator('.nameplate')).toHaveText(NAME)
  await page.goto('/')
  expect(await page.content()).toBe(before)
  expect([(await page.request.get(logo)).status(), (await page.request.get('/newsroom/settings/look/preview', { maxRedirects: 0 })).status()]).toEqual([404, 307])

  // Saved: the very next reader has it.
  await desk.save()
  await page.goto('/')
  await expect(page.locator('h1')).toHaveText(NAME)
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await expect(page.locator('.dateline time')).toHaveText(/^[a-záé]+, \d+ de [a-z]+ de \d{4}$/)
  const navigation = page.getByRole('navigation', { name: 'Secciones' })
  expect((await navigation.getByRole('listitem').allTextContents()).slice(-2)).toEqual(['Cómo editamos', 'Tienda'])
  await expect(page.getByRole('link', { name: 'Instagram' })).toHaveAttribute('href', 'https://instagram.com/elfaro')
  expect((await page.request.get(logo)).status()).toBe(200)
  await page.goto(story)
  expect(await colour(page, '.kicker a')).toBe('rgb(135, 106, 0)')
  expect(await face(page, '.story h1')).toMatch(/^Newsreader/)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await colour(page, '.kicker a')).not.toBe('rgb(135, 106, 0)')

  // What stands for the paper elsewhere: manifest, icons, the picture of a story.
  const meta = (property: string) => page.locator(`meta[property="${property}"]`).getAttribute('content')
  expect(await meta('og:locale')).toBe('es_US')
  const social = new URL((await meta('og:image')) ?? '').pathname
  const drawn = await page.request.get(social)
  expect([drawn.status(), (await drawn.body()).byteLength < 300_000, await sizeOf(await drawn.body())]).toEqual([200, true, { width: 1200, height: 630, format: 'jpeg' }])
  expect(await meta('og:image:alt')).toContain(`con la tipografía de ${NAME}`)
  const manifest: { name: string; lang: string; icons: { src: string; sizes: string }[] } = await (await page.request.get((await page.locator('link[rel="manifest"]').getAttribute('href')) ?? '')).json()
  expect(manifest).toMatchObject({ name: NAME, lang: 'es' })
  for (const { src, sizes } of manifest.icons) expect(await sizeOf(await (await page.request.get(src)).body())).toEqual({ width: Number(sizes.split('x')[0]), height: Number(sizes.split('x')[1]), format: 'png' })
  expect([(await (await page.request.get('/favicon.ico')).body()).subarray(0, 4).toString('hex'), (await page.request.get('/apple-touch-icon.png')).headers()['content-type']]).toEqual(['00000100', 'image/png'])

  // Another look, another address: the old one leads to it.
  await desk.page.getByLabel('Bitter and Archivo').check()
  await desk.save()
  const moved = await page.request.get(social, { maxRedirects: 0 })
  expect([moved.status(), moved.headers()['location'] === social]).toEqual([302, false])
  expect((await page.request.get(social)).status()).toBe(200)
})

test('of two who change it at once, the second is told what the first changed, and loses nothing', async ({ as }) => {
  const [first, second] = [await new LookDesk(await as('ADMIN')).open(), await new LookDesk(await as('ADMIN')).open()]
  await first.field('Motto').fill('For everybody')
  await first.save()
  await second.field('Name').fill('Mine')
  await second.button('Save for readers').click()
  await expect(second.page.getByRole('alert').filter({ hasText: 'saved this page' })).toContainText(`${accountOf('ADMIN').name} saved this page while you had it open, and changed motto.`)
  await expect(second.field('Name')).toHaveValue('Mine')
})

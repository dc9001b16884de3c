import { expect, test } from '../fixtures/newsroom.ts'

const PART = (number: string) => `The old pipes, part ${number}`

test('a section gets another address and colour, and every former address leads on', async ({ as, reader }) => {
  const [admin, page] = [await as('ADMIN'), await reader()]
  await page.goto('/district')
  await expect(page.getByRole('heading', { level: 1, name: 'District' })).toBeVisible()
  await page.getByRole('link', { name: 'News', exact: true }).last().click()
  await expect(page.getByRole('navigation', { name: 'Parts of News' }).getByRole('link', { name: 'District' })).toBeVisible()
  await expect(page.getByRole('link', { name: new RegExp(PART('three')) }).first()).toBeVisible()

  await admin.goto('/newsroom/settings/sections')
  const line = admin.getByRole('listitem').filter({ hasText: '/district' })
  await line.getByText('/district').first().click()
  await line.getByLabel('Web address').fill('school-board')
  await line.getByLabel('Color', { exact: true }).fill('#ffdd00')
  await line.getByRole('button', { name: 'Save section' }).click()
  await expect(line.getByText(/is too faint on the light paper/).first()).toBeVisible()
  await line.getByRole('button', { name: /^Use #/ }).click()
  await line.getByRole('button', { name: 'Save section' }).click()
  await expect(admin.getByRole('listitem').filter({ hasText: '/school-board' }).first()).toBeVisible()

  await page.goto('/district/the-old-pipes-part-two-14-fountains-14-tests')
  await expect(page).toHaveURL(/\/school-board\/the-old-pipes-part-two/)
  await page.goto('/district')
  await expect(page).toHaveURL(/\/school-board$/)
  expect((await page.request.get('/district', { maxRedirects: 0 })).status()).toBe(308)
})

test('sections are put in order by keyboard, and the masthead follows', async ({ as, reader }) => {
  const [admin, page] = [await as('ADMIN'), await reader()]
  const order = async () => {
    await page.goto('/')
    return page.getByRole('navigation', { name: 'Sections' }).getByRole('listitem').allInnerTexts()
  }
  const before = await order()
  await admin.goto('/newsroom/settings/sections')
  const down = admin.getByRole('button', { name: `Down “${before[1]}”` })
  await down.focus()
  await admin.keyboard.press('Enter')
  const [first = '', second = '', third = '', ...others] = before
  await expect.poll(order).toEqual([first, third, second, ...others])
  await expect(down).toBeFocused()
  await admin.keyboard.press('Shift+Tab')
  await admin.keyboard.press('Enter')
  await expect.poll(order).toEqual(before)
})

test('a series is read in its order, and an editor changes the order', async ({ as, reader }) => {
  const [editor, page] = [await as('EDITOR'), await reader()]
  await page.goto('/series/the-old-pipes')
  await page.getByRole('link', { name: new RegExp(PART('one')) }).first().click()
  const line = page.getByRole('navigation', { name: /The old pipes/ })
  await expect(line).toContainText('Part 1 of 3')
  await line.getByRole('link', { name: /Next part/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(PART('two')) })).toBeVisible()
  await expect(line).toContainText('Part 2 of 3')

  await editor.goto('/newsroom/series')
  await editor.getByText('The old pipes', { exact: true }).first().click()
  const part = editor.getByRole('listitem').filter({ hasText: PART('three') })
  await part.getByRole('button', { name: /^Up/ }).click()
  await expect.poll(async () => {
    await page.reload()
    return line.innerText()
  }).toContain('Part 3 of 3')
  await part.getByRole('button', { name: /^Down/ }).click()
  await expect.poll(async () => {
    await page.reload()
    return line.innerText()
  }).toContain('Part 2 of 3')
})

test('a tag gets another name, and its former address leads there', async ({ as, reader }) => {
  const [editor, page] = [await as('EDITOR'), await reader()]
  await page.goto('/tag/water')
  const stories = await page.getByRole('article').count()
  expect(stories).toBe(3)
  await editor.goto('/newsroom/tags?find=water')
  const tag = editor.getByRole('listitem').filter({ hasText: '3 stories' })
  await tag.getByText('3 stories').click()
  await tag.getByLabel('Name').fill('Drinking water')
  await tag.getByRole('button', { name: 'Rename' }).click()
  await expect(editor.getByText('Drinking water').first()).toBeVisible()
  await page.goto('/tag/water')
  await expect(page).toHaveURL(/\/tag\/drinking-water$/)
  await expect(page.getByRole('article')).toHaveCount(stories)
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click()
  await expect(page.getByRole('navigation', { name: 'Topics' }).getByRole('link', { name: 'Drinking water' })).toBeVisible()
})

test('the archive leads from a year to a day and a story', async ({ reader }) => {
  const page = await reader()
  await page.goto('/')
  await page.getByRole('link', { name: 'Archive' }).click()
  await page.getByRole('link', { name: /^\w+ \d+ stor/ }).first().click()
  const calendar = page.getByRole('table')
  await calendar.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/day, /)
  await expect(calendar.locator('[aria-current="date"]')).toHaveCount(1)
  const headline = page.getByRole('article').first().getByRole('heading').getByRole('link')
  const words = await headline.innerText()
  await headline.click()
  await expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible()
  expect((await page.request.get('/archive/1999-00')).status()).toBe(404)
})

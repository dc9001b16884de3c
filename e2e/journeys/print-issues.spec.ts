import { aPdf } from '../fixtures/a-pdf.ts'
import { violationsOn } from '../fixtures/accessible.ts'
import { expect, test } from '../fixtures/newsroom.ts'
import { PrintDesk } from '../pages/print-desk.ts'

test('a printed issue is uploaded, made readable, decided on, read on a phone, kept as PDF, and gone at once when it is withdrawn', async ({ as, reader }) => {
  const [editor, adviser, page] = [await as('EDITOR'), await as('ADVISER'), await reader()]
  const desk = new PrintDesk(editor)
  await editor.goto('/newsroom/issues')
  await editor.getByLabel('PDF of the whole issue').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('GIF89a') })
  await editor.getByRole('button', { name: 'Upload' }).click()
  await expect(editor.getByRole('alert').filter({ hasText: 'PDF' })).toContainText('This is no PDF')
  const address = await desk.upload('october_issue.pdf', aPdf(['The marching band will play at the stadium on Friday, the first time in nine years.', '']))
  await desk.call({ title: 'October issue', volume: '9', number: '2' })
  const headline = await desk.putStory(1)
  await expect(editor.getByText('This page has no text: type what stands on it.')).toBeVisible()
  expect(await violationsOn(editor)).toEqual([])

  // Nobody but the desk gets at it, whatever they ask for.
  const keys = await desk.keysOf()
  expect(keys.length).toBeGreaterThan(2)
  for (const path of [...keys, '/issues/vol-9-issue-2', '/issues/vol-9-issue-2/1', '/issues/vol-9-issue-2/2']) expect((await page.request.get(path)).status(), path).toBe(404)

  // Its text is missing, so the adviser cannot publish either; then they can.
  await adviser.goto(address)
  await expect(adviser.getByText('Page 2 has no text')).toBeVisible()
  await expect(adviser.getByRole('button', { name: 'Publish this issue' })).toHaveCount(0)
  await desk.typeText(2, 'A drawing of the stadium at night.')
  await adviser.reload()
  await adviser.getByRole('button', { name: 'Publish this issue' }).click()
  await expect(adviser.getByRole('heading', { name: 'Readers see it' })).toBeVisible()

  // A reader without script, on a phone.
  await page.setViewportSize({ width: 375, height: 800 })
  await page.goto('/')
  await page.getByRole('link', { name: 'Print issues' }).click()
  await page.getByRole('link', { name: 'October issue' }).click()
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('link', { name: 'Page 1' }).click()
  await expect(page.getByRole('img', { name: /Page 1 of 2/ })).toBeVisible()
  await expect(page.locator('.print-below p').first()).toContainText('The marching band will play at the stadium on Friday, the first time in nine years.')
  await expect(page.locator('.print-text-layer text').first()).toContainText('The marching band')
  expect(await violationsOn(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  await page.getByLabel('Larger page').check()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  const pdf = await page.request.get((await page.getByRole('link', { name: /Download as PDF/ }).getAttribute('href')) ?? '')
  expect(pdf.headers()).toMatchObject({ 'content-type': 'application/pdf', 'content-disposition': expect.stringMatching(/^attachment; filename=".*vol-9-issue-2\.pdf"/), 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" })
  expect((await pdf.body()).toString('latin1')).not.toContain('Canary')
  await page.getByRole('link', { name: headline }).click()
  await expect(page.getByText('In print:')).toContainText('Vol. 9, issue 2, page 1')
  await page.getByRole('link', { name: 'Vol. 9, issue 2, page 1' }).click()
  await page.getByRole('link', { name: 'Next page' }).first().click()
  await expect(page.getByText('A drawing of the stadium at night.')).toBeVisible()

  // Found by its words, and its pages of a phone lead there.
  await page.goto('/search?q=marching+stadium')
  const found = page.getByRole('region', { name: 'In printed issues' })
  await expect(found.locator('.search-passage mark').first()).toHaveText(/marching/i)
  await expect(found.getByText('Vol. 9, issue 2')).toContainText('Page 1')
  expect(await violationsOn(page)).toEqual([])
  await found.getByRole('link', { name: 'October issue' }).click()
  await expect(page.getByRole('img', { name: /Page 1 of 2/ })).toBeVisible()

  // Withdrawn: pages, pictures and PDF are gone with the next request.
  await adviser.getByLabel('Reason, for the record').fill('The wrong file.')
  await adviser.getByRole('button', { name: 'Withdraw this issue' }).click()
  await expect(adviser.getByRole('heading', { name: 'Withdrawn' })).toBeVisible()
  for (const path of ['/issues/vol-9-issue-2', '/issues/vol-9-issue-2/1']) expect((await page.request.get(path)).status(), path).toBe(410)
  for (const path of keys) expect((await page.request.get(path)).status(), path).toBe(404)
  await page.goto('/issues')
  await expect(page.getByText('October issue')).toHaveCount(0)
  await page.goto('/search?q=marching+stadium')
  await expect(page.getByRole('region', { name: 'In printed issues' })).toHaveCount(0)
})

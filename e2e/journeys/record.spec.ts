import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { accountOf, expect, test } from '../fixtures/newsroom.ts'
import { startStory } from '../fixtures/stories.ts'
import { StoryDesk } from '../pages/story-desk.ts'

/** What a link or a button gives to save. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

test('what happened to a story can be read, narrowed and taken along', async ({ as }) => {
  const [writer, editor, adviser] = [await as('WRITER'), await as('EDITOR'), await as('ADVISER')]
  const story = await startStory(writer, { headline: 'A record of its own', deck: '', text: 'Words that no record holds.', tag: 'record' })
  await (await new StoryDesk(writer, story.id).open()).handIn()
  await (await new StoryDesk(editor, story.id).open()).sendBack('Name the people in it.')

  await adviser.goto('/newsroom')
  await adviser.getByRole('navigation', { name: 'Newsroom' }).getByRole('link', { name: 'Audit log' }).click()
  await adviser.getByLabel('Words in the headline of its story').fill('a record of its own')
  await adviser.getByLabel('What', { exact: true }).selectOption('story')
  await adviser.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(adviser).toHaveURL(/kind=story/)
  const lines = adviser.locator('main ol > li')
  await expect(lines.first()).toContainText(`${accountOf('EDITOR').name} sent “A record of its own” back`)
  await expect(adviser.getByText(/of this page are as written/)).toBeVisible()

  const log = await saved(adviser, () => adviser.getByRole('link', { name: 'Download CSV' }).click())
  expect(log.name).toMatch(/^audit-log-.*\.csv$/)
  expect(log.bytes.toString('utf8')).toContain('sent “A record of its own” back')
  await adviser.goto('/newsroom/audit?kind=audit')
  await expect(lines.first()).toContainText(`${accountOf('ADVISER').name} downloaded a part of the audit log`)

  await adviser.goto(`/newsroom/stories/${story.id}/history`)
  await adviser.getByRole('link', { name: 'Record of this story' }).click()
  await expect(adviser.getByRole('heading', { name: 'Record of “A record of its own”' })).toBeVisible()
  await expect(adviser.locator('blockquote', { hasText: 'Name the people in it.' }).first()).toBeVisible()
  await expect(adviser.getByText('Words that no record holds.')).toHaveCount(0)
  await adviser.emulateMedia({ media: 'print' })
  await expect(adviser.getByRole('link', { name: 'Download PDF' })).toBeHidden()
  await expect(adviser.getByRole('navigation', { name: 'Newsroom' })).toBeHidden()
  await adviser.emulateMedia({ media: 'screen' })
  const pdf = await saved(adviser, () => adviser.getByRole('link', { name: 'Download PDF' }).click())
  expect([pdf.name, pdf.bytes.subarray(0, 5).toString()]).toEqual(['record-a-record-of-its-own.pdf', '%PDF-'])
})

test('the record of a term is one file', async ({ as }) => {
  const adviser = await as('ADVISER')
  await adviser.goto('/newsroom/audit')
  const term = adviser.getByRole('region', { name: 'Record of a term' })
  const csv = await saved(adviser, () => term.getByRole('button', { name: 'Download CSV' }).click())
  expect(csv.name).toMatch(/^records-\d{4}-08-01-to-.*\.csv$/)
  expect(csv.bytes.toString('utf8').split('\r\n').length).toBeGreaterThan(5)
  const pdf = await saved(adviser, () => term.getByRole('button', { name: 'Download PDF' }).click())
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
})

test('students are shown no log, by its address neither', async ({ as }) => {
  for (const role of ['WRITER', 'EDITOR'] as const) {
    const page = await as(role)
    await page.goto('/newsroom/audit')
    await expect(page.getByRole('heading', { name: 'Not part of your role' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Audit log' })).toHaveCount(0)
    expect((await page.request.get('/api/audit/log')).status()).toBe(403)
    expect((await page.request.get('/api/audit/records?from=2020-01-01&to=2099-12-31&format=pdf')).status()).toBe(403)
  }
})

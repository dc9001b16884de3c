import type { StoryDocument } from '#domain/document/schema.ts'
import { slugify } from '#domain/slug.ts'
import { editStory } from '../fixtures/edit-story.ts'
import { accountOf, expect, test } from '../fixtures/newsroom.ts'
import { violationsOn } from '../fixtures/accessible.ts'
import { startStory } from '../fixtures/stories.ts'
import { EditorPage } from '../pages/editor.ts'
import { StoryDesk } from '../pages/story-desk.ts'

const text = (words: string): StoryDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] })
const idIn = (url: string) => url.split('/').at(-1) ?? ''

test('a page of the paper goes the way of a story, and stands in the foot of the paper and in no list of stories', async ({ as, reader }) => {
  const [editor, page] = [await as('EDITOR'), await reader()]
  await page.goto('/accessibility')
  await expect(page.getByRole('heading', { level: 1, name: 'Accessibility statement' })).toBeVisible()
  await expect(page.getByText('WCAG) 2.2, level AA', { exact: false })).toBeVisible()

  await editor.goto('/newsroom/pages')
  await editor.getByLabel('Begin with').selectOption('An empty page')
  await editor.getByRole('button', { name: 'Start the page' }).click()
  await editor.waitForURL(/\/newsroom\/stories\/[0-9a-f-]{36}$/)
  const id = idIn(editor.url())
  const checks = editor.getByRole('region', { name: 'Before it can be published' })
  await expect(checks.getByRole('listitem')).toHaveCount(2)
  await expect(editor.getByLabel('Section', { exact: true })).toHaveCount(0)

  await editStory(editor, id, (content) => ({ ...content, headline: 'Join the staff of the Light', slug: 'news', body: text('Come to room 114 on any Tuesday.') }))
  const desk = await new StoryDesk(editor, id).open()
  await expect(editor.getByText('A section has the address /news. Choose another one.')).toBeVisible()
  await editStory(editor, id, (content) => ({ ...content, slug: 'join' }))
  await desk.open()
  await desk.handIn()
  await desk.sendOn()
  expect((await page.request.get('/join')).status()).toBe(404)
  const adviser = await new StoryDesk(await as('ADVISER'), id).open()
  await adviser.approve()
  await adviser.publish()

  await page.goto('/')
  await expect(page.getByRole('main').getByText('Join the staff of the Light')).toHaveCount(0)
  await page.getByRole('contentinfo').getByRole('link', { name: 'Join the staff of the Light' }).click()
  await expect(page).toHaveURL(/\/join$/)
  await expect(page.getByText('Come to room 114 on any Tuesday.')).toBeVisible()
  // The foot of a page leads there, and the search, in a group of its own; no list of stories does.
  await page.goto('/search?q=room+114')
  await expect(page.getByRole('region', { name: 'Pages of the paper' }).getByRole('link')).toHaveText(['Join the staff of the Light'])
  await expect(page.getByRole('main').getByText('Join the staff of the Light')).toHaveCount(1)
  for (const list of ['/feed.xml', '/news-sitemap.xml']) expect((await (await page.request.get(list)).text()).split('<footer')[0], list).not.toContain('Join the staff')
  expect(await (await page.request.get('/sitemaps/pages.xml')).text()).toContain('/join<')

  await adviser.withdraw('Only a test of pages.')
  expect((await page.request.get('/join')).status()).toBe(410)
  await page.goto('/')
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Join the staff of the Light' })).toHaveCount(0)
})

test('a starter text comes with the paper’s facts and an open note, and keeps off an address that is taken', async ({ as }) => {
  const editor = await as('EDITOR')
  await editor.goto('/newsroom/pages')
  await editor.getByLabel('Begin with').selectOption('Contact')
  await editor.getByRole('button', { name: 'Start the page' }).click()
  await expect(editor.getByText('Enter an e-mail address such as name@school.org.')).toBeVisible()
  await editor.getByLabel('E-mail address for readers').fill('newsroom@demo.fourth-period.test')
  expect(await violationsOn(editor)).toEqual([])
  await editor.getByLabel('Begin with').selectOption('Contact')
  await editor.getByRole('button', { name: 'Start the page' }).click()
  await editor.waitForURL(/\/newsroom\/stories\/[0-9a-f-]{36}$/)
  await expect(editor.getByRole('textbox', { name: 'Story text' })).toContainText('newsroom@demo.fourth-period.test')
  await new StoryDesk(editor, idIn(editor.url())).open()
  await expect(editor.getByText('Another page has or had the address /contact. Choose another one.')).toBeVisible()
  await expect(editor.getByText('One note must be settled first.')).toBeVisible()
})

test('a byline leads to its author’s page, which follows the name that they show, and the old address tells nothing', async ({ as, reader }) => {
  const [writer, page] = [await as('WRITER'), await reader()]
  const { name } = accountOf('WRITER')
  const full = `/staff/${slugify(name)}`
  await page.goto('/news')
  await page.goto((await page.locator('main article', { hasText: name }).locator('h2 a').first().getAttribute('href')) ?? '')
  await page.getByRole('main').getByRole('link', { name, exact: true }).first().click()
  await expect(page).toHaveURL(new RegExp(`${full}$`))
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.locator('.person-stories article').first()).toBeVisible()
  expect(await (await page.request.get(`${full}/feed.xml`)).text()).toContain('<rss')
  const choose = async (form: string) => {
    await writer.goto('/newsroom/account')
    await writer.getByLabel('How your name appears').selectOption(form)
    await writer.getByRole('button', { name: 'Save' }).click()
    await expect(writer.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  }
  const status = async (path: string) => (await page.request.get(path, { maxRedirects: 0 })).status()
  try {
    await choose('SHORT')
    await page.goto('/staff')
    await page.getByRole('link', { name: 'Ines O.' }).click()
    await expect(page).toHaveURL(/\/staff\/ines-o$/)
    expect(await page.content()).not.toContain(name)
    expect([await status(full), await status(`${full}/feed.xml`)]).toEqual([404, 404])
    await choose('HIDDEN')
    expect([await status(full), await status('/staff/ines-o')]).toEqual([404, 404])
    expect(await (await page.request.get('/staff')).text()).not.toContain('Ines O')
  } finally {
    await choose('FULL')
  }
  const moved = await page.request.get('/staff/ines-o', { maxRedirects: 0 })
  expect([moved.status(), new URL(moved.headers()['location'] ?? '', page.url()).pathname]).toEqual([308, full])
  expect(await status(full)).toBe(200)
})

test('what shuts readers out is told beside the text: subheads that skip a level, a video that nobody captioned', async ({ as }) => {
  const writer = await as('WRITER')
  const { id } = await startStory(writer, { headline: 'The gate of access', deck: '', text: 'Words.', tag: 'access' })
  await editStory(writer, id, (content) => ({
    ...content,
    body: { type: 'doc', content: [...text('Words.').content, { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Below nothing' }] }, { type: 'embed', attrs: { url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', title: 'The final' } }] },
  }))
  const editor = await new EditorPage(writer).open(id)
  const checks = writer.getByRole('region', { name: 'Before it can be published' })
  await expect(checks.getByText('The smaller subhead “Below nothing” has no subhead above it', { exact: false })).toBeVisible()
  await expect(checks.getByText('Say whether the video “The final” has captions', { exact: false })).toBeVisible()
  await editor.text.getByLabel('Captions').selectOption('It has captions')
  await expect(checks.getByText('has captions', { exact: false })).toHaveCount(0)
  await editor.expectSaved()
  await expect(checks.getByRole('listitem')).toHaveCount(1)
})

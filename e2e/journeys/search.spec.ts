import type { Page } from '@playwright/test'
import { editStory } from '../fixtures/edit-story.ts'
import { violationsOn } from '../fixtures/accessible.ts'
import { expect, test } from '../fixtures/newsroom.ts'
import { startStory } from '../fixtures/stories.ts'
import { StoryDesk } from '../pages/story-desk.ts'

/** Looks for words as a reader does, without script: from the page that is open, which must hold the search form. */
async function lookFor(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'What are you looking for?' }).fill(words)
  await page.getByRole('search').getByRole('button', { name: 'Search', exact: true }).click()
  await page.waitForURL((url) => url.searchParams.get('q') === words)
}

/** What was found, under "1 story for “word”". */
const results = (page: Page, count: string, words: string) => page.getByRole('region', { name: new RegExp(`^${count} for .?${words}.?$`) })

test('a story is found once it is published, by the words that are live, and not after it is withdrawn', async ({ as, reader }) => {
  const [page, writer, editor, adviser] = [await reader(), await as('WRITER'), await as('EDITOR'), await as('ADVISER')]
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Search', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Search', level: 1 })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Look through a section' }).getByRole('link', { name: 'News', exact: true })).toBeVisible()
  await lookFor(page, 'brindlewick')
  await expect(results(page, 'No story', 'brindlewick')).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('brindlewick')

  const story = await startStory(writer, { headline: 'The brindlewick club meets', deck: 'It met at noon.', text: 'Nobody had heard of the Lanternmoss before.', tag: 'clubs' })
  await (await new StoryDesk(writer, story.id).open()).handIn()
  await (await new StoryDesk(editor, story.id).open()).sendOn()
  const desk = await new StoryDesk(adviser, story.id).open()
  await desk.approve()
  await page.reload()
  await expect(results(page, 'No story', 'brindlewick')).toBeVisible()
  await desk.publish()

  await page.reload()
  const found = results(page, '1 story', 'brindlewick').getByRole('article')
  await expect(found.getByRole('link', { name: 'The brindlewick club meets' })).toBeVisible()
  await expect(found.locator('mark')).toHaveText('brindlewick')
  await lookFor(page, '"the lanternmoss"')
  await expect(page.getByRole('article').locator('mark')).toHaveText('Lanternmoss')
  await lookFor(page, 'lanternmos')
  await expect(page.getByRole('article').getByRole('link', { name: 'The brindlewick club meets' })).toBeVisible()
  await lookFor(page, 'lantrenmoss')
  await expect(page.getByText('Nothing was found for lantrenmoss, so these are results for lanternmoss.')).toBeVisible()
  const answer = await page.request.get('/search?q=lanternmoss')
  expect(answer.headers()['x-robots-tag']).toBe('noindex')
  expect(answer.headers()['cache-control']).toBe('private, no-store')

  // An edit of the live story is found by nobody before it is published.
  await editStory(writer, story.id, (content) => ({ ...content, headline: 'The quillfern club meets' }))
  await lookFor(page, 'quillfern')
  await expect(results(page, 'No story', 'quillfern')).toBeVisible()
  await lookFor(page, 'brindlewick')
  await page.getByRole('article').getByRole('link', { name: 'The brindlewick club meets' }).click()
  await expect(page.getByRole('heading', { name: 'The brindlewick club meets', level: 1 })).toBeVisible()

  await desk.open()
  await desk.withdraw('There is no such club.')
  for (const word of ['brindlewick', 'lanternmoss', 'club meets']) {
    const text = await (await page.request.get(`/search?q=${encodeURIComponent(word)}`)).text()
    expect(text).not.toContain('/news/the-brindlewick-club-meets')
  }
  const { count, instead, meant } = await (await page.request.get('/api/search?q=brindlewik')).json()
  expect({ count, instead, meant }).toEqual({ count: 0, instead: null, meant: null })
})

test('an answer is narrowed by section and pictures, and goes on on a next page', async ({ reader }) => {
  const page = await reader()
  await page.goto('/search')
  await lookFor(page, 'harbor OR school OR students OR team')
  // Pages of the paper that say these words stand in a group of their own.
  const stories = page.getByRole('region', { name: /(story|stories) for/i }).getByRole('article')
  await expect(stories).toHaveCount(10)
  const first = await stories.getByRole('heading').allTextContents()
  await page.getByRole('link', { name: 'More results' }).click()
  await page.waitForURL(/after=/)
  await expect(page.getByRole('article').first()).toBeVisible()
  const second = await page.getByRole('article').getByRole('heading').allTextContents()
  expect(second.length).toBeGreaterThan(0)
  expect(second.filter((headline) => first.includes(headline))).toEqual([])

  await page.getByLabel('Section', { exact: true }).selectOption({ label: 'Sports' })
  await page.getByLabel('With pictures').check()
  await lookFor(page, 'team')
  await expect(page).toHaveURL(/section=sports/)
  await expect(page.getByLabel('Section', { exact: true })).toHaveValue('sports')
  await expect(page.getByLabel('With pictures')).toBeChecked()
  await expect(page.getByRole('article').first()).toBeVisible()
  expect(new Set(await page.getByRole('article').locator('.kicker').allTextContents())).toEqual(new Set(['Sports']))
  await expect(page.getByRole('article').first().locator('img')).toBeVisible()

  await lookFor(page, '')
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('the short answer has no more than it needs, and nothing for search engines', async ({ reader }) => {
  const { request } = await reader()
  const answer = await request.get('/api/search?q=robotics')
  expect(answer.status()).toBe(200)
  expect(answer.headers()['x-robots-tag']).toBe('noindex')
  expect(answer.headers()['cache-control']).toBe('private, max-age=1')
  const { results: lines } = await answer.json()
  expect(lines.length).toBeGreaterThan(0)
  expect(lines.length).toBeLessThanOrEqual(8)
  expect(Object.keys(lines[0]).toSorted()).toEqual(['byline', 'day', 'headline', 'passage', 'path', 'publishedAt', 'section'])
  expect((await request.get(lines[0].path)).status()).toBe(200)
  for (const hostile of ["'", ':*', '%5C', '%00', 'x'.repeat(3_000), '%F0%9F%8E%89', '%22', '-a']) expect((await request.get(`/api/search?q=${hostile}`)).status(), hostile).toBe(200)
})

test('what is found shows while somebody types, in place of the answer, and stays after a reload', async ({ reader }) => {
  const page = await reader({ script: true })
  await page.goto('/search')
  const field = page.getByRole('searchbox')
  await field.pressSequentially('robot')
  await expect(page.getByRole('status')).toHaveText(/ for “robot”$/)
  const shown = page.getByRole('article').filter({ visible: true })
  await expect(shown.first().locator('mark').first()).toHaveText(/robot/i)
  await expect(page.getByRole('heading', { name: 'The newest stories' })).toBeHidden()
  expect(await violationsOn(page)).toEqual([])
  await page.getByLabel('Section', { exact: true }).selectOption({ label: 'Sports' })
  await expect(page).toHaveURL('/search?q=robot&section=sports')
  // Pages of the paper stand in a group of their own.
  await page.getByLabel('Section', { exact: true }).selectOption('')
  await field.fill('accessibility statement')
  await expect(page.getByRole('heading', { name: 'Pages of the paper' })).toBeVisible()
  await expect(shown.getByRole('link', { name: /accessib/i }).first()).toHaveAttribute('href', '/accessibility')
  await page.goto('/search?q=robot&section=sports')
  // Nothing of it hangs on script: the address is that of the page that says the same.
  await page.reload()
  await expect(field).toHaveValue('robot')
  await field.fill('zzzzqqqq')
  await expect(page.getByRole('status')).toHaveText('No story for “zzzzqqqq”')
})

import type { Page } from '@playwright/test'
import { setClock } from '../fixtures/faults.ts'
import { accountOf, expect, test } from '../fixtures/newsroom.ts'
import { startStory } from '../fixtures/stories.ts'
import { FrontDeskPage } from '../pages/front-desk.ts'
import { StoryDesk } from '../pages/story-desk.ts'

const MINUTE = 60_000
/** Two ticks of the queue, and time to render. */
const SOON = { timeout: 20_000 }

/** The lead and the secondary stories as a reader sees them. */
async function seenTop(reader: Page): Promise<string[]> {
  await reader.goto('/')
  return reader.locator('.front-top h2').allTextContents()
}

test.afterEach(async ({ as }) => {
  await setClock(null)
  await new FrontDeskPage(await as('ADVISER')).reset()
})

test('the front page is arranged by keyboard, by choice and by drag, looked at, published, and put back', async ({ as, reader }) => {
  const [editor, page] = [await as('EDITOR'), await reader()]
  // All of it in sight, so that nothing scrolls under a drag.
  await editor.setViewportSize({ width: 1440, height: 4800 })
  const desk = await new FrontDeskPage(editor).open()
  const automatic = await desk.top()
  expect(automatic).toHaveLength(5)
  expect(await seenTop(page)).toEqual(automatic)
  const [, first = '', second = '', third = ''] = automatic

  // By keyboard: the focus stays on what was moved, and what happened is said.
  await desk.pressByKey(`Move up “${third}”`)
  await desk.said(`Moved “${third}” to place 2 of the secondary stories.`)
  await expect.poll(async () => (await desk.top()).slice(1, 4)).toEqual([first, third, second])
  await expect(desk.button(`Move up “${third}”`)).toBeFocused()
  await desk.pressByKey(`Make lead “${third}”`)
  await desk.said(`Made “${third}” the lead.`)
  await desk.expectTop([third])
  await expect(desk.story(third).getByRole('link', { name: third, exact: true })).toBeFocused()

  // By choice, from the sections to the top.
  const chosen = (await desk.headlines('Sections'))[0] ?? ''
  await desk.story(chosen).getByLabel(`Move “${chosen}” to`).selectOption({ label: 'Secondary, place 1' })
  await desk.button(`Move “${chosen}”`).click()
  await desk.said(`Moved “${chosen}” to place 1 of the secondary stories.`)
  await desk.expectTop([third, chosen])

  // By drag: a story by its grip, and a section among the sections.
  const dragged = (await desk.headlines('Sections')).at(-1) ?? ''
  await desk.drag(desk.story(dragged).locator('[data-grip]'), desk.part('Secondary stories').locator('[data-story]').nth(1))
  await desk.said(`Moved “${dragged}” to place 2 of the secondary stories.`)
  await desk.expectTop([third, chosen, dragged])
  const sections = desk.part('Sections').locator('[data-section-at]')
  const names = () => sections.locator('h3').allTextContents()
  const before = await names()
  await desk.drag(sections.nth(1).locator('[data-grip]').first(), sections.nth(0))
  await desk.said(`Moved ${before[1]} to place 1 of the sections.`)
  await expect.poll(async () => (await names()).slice(0, 2)).toEqual([before[1], before[0]])

  // Undone, done again after a reload.
  await desk.page.getByRole('button', { name: /^Undo/ }).click()
  await desk.said(`Undid: moved ${before[1]} to place 1 of the sections.`)
  await editor.reload()
  expect(await names()).toEqual(before)
  await desk.page.getByRole('button', { name: /^Do again/ }).click()
  await desk.said(/^Did again/)
  await expect.poll(async () => (await names())[0]).toBe(before[1])
  const arranged = await desk.top()

  // Looked at in three widths, in frames that nothing keeps out; nobody else sees any of it.
  for (const screen of ['Phone, 375', 'Tablet, 768', 'Desk, 1440']) await expect(editor.getByTitle(`Preview: ${screen} pixels wide`)).toBeVisible()
  await editor.getByTitle('Preview: Desk, 1440 pixels wide').scrollIntoViewIfNeeded()
  await expect.poll(() => editor.frames().filter((frame) => frame.url().includes('/newsroom/front/preview')).length).toBe(3)
  const preview = await editor.context().newPage()
  await preview.goto('/newsroom/front/preview')
  expect(await preview.locator('.front-top h2').allTextContents()).toEqual(arranged)
  expect(await preview.locator('script').count()).toBe(0)
  await preview.close()
  expect(await seenTop(page)).toEqual(automatic)
  const asked = await page.request.get('/newsroom/front/preview', { maxRedirects: 0 })
  expect([asked.status(), (await asked.text()).includes(third)]).toEqual([307, false])

  // Published: the very next reader has it.
  await desk.publish()
  expect(await seenTop(page)).toEqual(arranged)
  await desk.makeLead(first)
  await desk.publish()
  expect((await seenTop(page))[0]).toBe(first)
  await desk.part('Published before').getByRole('button', { name: 'Put this one back' }).first().click()
  await expect.poll(() => seenTop(page)).toEqual(arranged)
  await expect(desk.part('Lead').getByRole('link', { name: third, exact: true })).toBeVisible()
})

test('of two who arrange at once, the second is told what the first did, and loses nothing', async ({ as }) => {
  const [editor, adviser] = [await new FrontDeskPage(await as('EDITOR')).open(), await new FrontDeskPage(await as('ADVISER')).open()]
  const [, first = '', second = ''] = await editor.top()
  const late = adviser.part('Breaking banner')
  await late.getByText('Write a banner').click()
  await late.getByLabel('words of its own').check()
  await late.getByLabel('Words', { exact: true }).fill('No school today')
  await editor.makeLead(first)
  await adviser.button(`Make lead “${second}”`).click()
  await expect(adviser.page.getByRole('alert').filter({ hasText: `${accountOf('EDITOR').name} changed the draft (“Made “${first}” the lead”)` })).toBeVisible()
  // What is being written does not mind.
  await expect(late.getByLabel('Words', { exact: true })).toHaveValue('No school today')
  await late.getByRole('button', { name: 'Put it into the draft' }).click()
  await expect(late.getByTestId('banner-standing')).toHaveText('“No school today”.')
  await adviser.open()
  expect(await adviser.headlines('Lead')).toEqual([first])
  await adviser.makeLead(second)
  await editor.button('Publish now').click()
  await expect(editor.page.getByRole('alert').filter({ hasText: `${accountOf('ADVISER').name} changed the draft` })).toBeVisible()
})

test('a breaking banner says the headline of a live story; own words take an adviser', async ({ as, reader }) => {
  const page = await reader()
  const [editor, adviser] = [await new FrontDeskPage(await as('EDITOR')).open(), new FrontDeskPage(await as('ADVISER'))]
  const [headline = ''] = await editor.headlines('Lead')
  const banner = page.getByRole('region', { name: 'Breaking news' })
  await editor.banner({ headline })
  await page.goto('/')
  await expect(banner).toHaveCount(0)
  await editor.publish()
  await page.goto('/')
  await expect(banner.getByRole('link', { name: headline })).toBeVisible()

  await editor.banner({ words: 'Zanzibar bells at noon' })
  await editor.button('Publish now').click()
  await expect(editor.page.getByRole('alert').filter({ hasText: 'at this paper an adviser publishes those' })).toBeVisible()
  for (const address of ['/', '/newsroom/front/preview']) expect(await (await page.request.get(address)).text()).not.toContain('Zanzibar')
  await adviser.open()
  await adviser.publish()
  await page.goto('/')
  await expect(banner).toContainText('Zanzibar bells at noon')
  // An editor arranges what is below, and the words stay.
  await editor.open()
  await editor.makeLead((await editor.headlines('Secondary stories'))[0] ?? '')
  await editor.publish()
  await page.goto('/')
  await expect(banner).toContainText('Zanzibar bells at noon')
})

test('a scheduled front comes out at its minute and not before, as it was, and stands in the calendar until then', async ({ as, reader }) => {
  const [editor, page] = [await new FrontDeskPage(await as('EDITOR')).open(), await reader()]
  const [lead = '', first = '', second = ''] = await editor.top()
  const at = new Date(Math.ceil(Date.now() / MINUTE) * MINUTE + 90 * MINUTE)
  await editor.makeLead(first)
  await editor.schedule(at)
  await editor.makeLead(second)
  await expect(editor.part('Publish at a time').getByText(`Lead: ${first}`)).toBeVisible()
  await editor.page.goto('/newsroom/calendar?view=agenda')
  await editor.page.getByRole('link', { name: 'The next front page comes out' }).click()
  await expect(editor.part('Publish at a time').getByText(/^Scheduled for /)).toBeVisible()
  await setClock(new Date(at.getTime() - 30_000))
  // Two ticks pass, and there is still nothing to see.
  await page.waitForTimeout(11_000)
  expect((await seenTop(page))[0]).toBe(lead)
  await setClock(at)
  await expect.poll(async () => (await seenTop(page))[0], SOON).toBe(first)
  await editor.open()
  await expect(editor.part('Publish at a time').getByText(/^Scheduled for /)).toHaveCount(0)
  expect(await editor.headlines('Lead')).toEqual([second])
})

test('a placed story that is withdrawn falls out at once, and its place is filled', async ({ as, reader }) => {
  const [writer, editor, adviser, page] = [await as('WRITER'), await as('EDITOR'), await as('ADVISER'), await reader()]
  const headline = 'The quince tree by the gym'
  const { id } = await startStory(writer, { headline, deck: '', text: 'It bears fruit.', tag: 'trees' })
  await (await new StoryDesk(writer, id).open()).handIn()
  await (await new StoryDesk(editor, id).open()).sendOn()
  const story = await new StoryDesk(adviser, id).open()
  await story.approve()
  await story.publish()
  const desk = await new FrontDeskPage(editor).open()
  await desk.part('Other live stories').getByLabel('Words in the headline').fill('quince')
  await desk.part('Other live stories').getByRole('button', { name: 'Find' }).click()
  // It is on the front by itself already, as the newest is: so the search finds no other.
  await expect(desk.part('Other live stories').getByText('No other live story has these words')).toBeVisible()
  await desk.button(`${(await desk.headlines('Lead'))[0] === headline ? 'Keep as lead' : 'Make lead'} “${headline}”`).click()
  await desk.said(`Made “${headline}” the lead.`)
  await desk.publish()
  expect((await seenTop(page))[0]).toBe(headline)
  await (await new StoryDesk(adviser, id).open()).withdraw('It bears none.')
  const top = await seenTop(page)
  expect([top.length, top.includes(headline)]).toEqual([5, false])
  await desk.open()
  expect(await desk.top()).toEqual(top)
})

test('a writer is refused, and sees no draft', async ({ as }) => {
  const writer = await as('WRITER')
  await writer.goto('/newsroom')
  await expect(writer.getByRole('navigation', { name: 'Newsroom' }).getByRole('link', { name: 'Front page' })).toHaveCount(0)
  await writer.goto('/newsroom/front')
  await expect(writer.getByRole('heading', { name: 'Not part of your role' })).toBeVisible()
  await writer.goto('/newsroom/front/preview')
  await expect(writer.getByRole('heading', { name: 'Nothing here' })).toBeVisible()
  await expect(writer.locator('.front-top')).toHaveCount(0)
})

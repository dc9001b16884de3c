import { dayIn, daysAfter } from '#domain/day.ts'
import { longDay, weekStart } from '#domain/planning/calendar.ts'
import { DEMO_PAPER } from '#prisma/seed/accounts.ts'
import { expect, test } from '../fixtures/newsroom.ts'

const TITLE = 'The vending machines are gone'

test('a pitch is accepted, becomes a story with its history, and finds its days in the calendar', async ({ as }) => {
  const [writer, editor] = [await as('WRITER'), await as('EDITOR')]

  // The pitch: what is missing is said beside its field, and nothing typed is lost.
  await writer.goto('/newsroom/pitches/new')
  await writer.getByLabel('Working title').fill(TITLE)
  await writer.getByRole('button', { name: 'Pitch it' }).click()
  await expect(writer.getByText('Say what the story is, and why now.')).toBeVisible()
  await expect(writer.getByLabel('Working title')).toHaveValue(TITLE)
  await writer.getByLabel('What the story is, and why now').fill('They vanished on Monday, and nobody says where to.')
  await writer.getByLabel('Section').selectOption({ label: 'News' })
  await writer.getByLabel('Pictures it needs, and of what').fill('The empty corner by the gym')
  await writer.getByRole('button', { name: 'Pitch it' }).click()
  await expect(writer.getByTestId('pitch-state')).toHaveText('Waits for an answer')
  await expect(writer.getByRole('button', { name: /^Accept/ })).toHaveCount(0)

  // The editor answers from their first page.
  await editor.goto('/newsroom')
  await editor.getByRole('link', { name: /for an answer$/ }).click()
  await editor.getByRole('link', { name: TITLE }).click()
  await editor.getByLabel(/^A word to/).fill('Ask the district too.')
  await editor.getByRole('button', { name: 'Accept: it becomes a story' }).click()
  await editor.waitForURL(/\/newsroom\/stories\/[0-9a-f-]{36}\/plan$/)
  const story = new URL(editor.url()).pathname.replace(/\/plan$/, '')

  // The pitcher sees the answer first, until they have seen it; the story keeps it.
  await writer.goto('/newsroom')
  const answer = writer.getByRole('region', { name: 'Your pitch is answered' })
  await expect(answer.getByText('Ask the district too.')).toBeVisible()
  await answer.getByRole('button', { name: 'Seen' }).click()
  await expect(answer).toHaveCount(0)
  await writer.goto(`${story}/history`)
  const origin = writer.getByRole('region', { name: `How it began: the pitch “${TITLE}”` })
  await expect(origin.getByText('They vanished on Monday, and nobody says where to.')).toBeVisible()
  await expect(origin.getByText('Ask the district too.')).toBeVisible()

  // A photo request came with it, and a volunteer takes it.
  await writer.goto(`${story}/plan`)
  await expect(writer.getByTestId('photo-state')).toHaveText('Open')
  await writer.getByRole('button', { name: 'I will take this picture' }).click()
  await expect(writer.getByTestId('photo-state')).toHaveText('Somebody is on it')
  await writer.goto('/newsroom')
  await expect(writer.getByRole('link', { name: 'The empty corner by the gym' })).toBeVisible()

  // Days: yesterday's draft is late on the board.
  const today = dayIn(new Date(), DEMO_PAPER.timeZone)
  const planned = daysAfter(weekStart(today), 9)
  await editor.goto(`${story}/plan`)
  await editor.getByLabel('Draft due').fill(daysAfter(today, -1))
  await editor.getByLabel('Planned for the paper').fill(planned)
  await editor.getByRole('button', { name: 'Save the days' }).click()
  await expect(editor.getByText('· late')).toBeVisible()
  await editor.goto('/newsroom/board')
  const card = editor.getByRole('region', { name: /^Draft/ }).getByRole('listitem').filter({ hasText: TITLE })
  await expect(card).toContainText('late')
  await expect(card).toContainText('1 picture wanted, 1 under way')

  // The calendar: by keyboard, by mouse, and by the plain form.
  const entry = editor.locator('[data-kind="planned"]').filter({ hasText: TITLE })
  const dayOf = (day: string) => editor.locator(`[data-day="${day}"]`)
  const expectSaid = (words: string) => expect(editor.getByRole('status').filter({ hasText: words })).toBeVisible()
  await editor.goto(`/newsroom/calendar?view=week&day=${planned}`)
  await expect(dayOf(planned).locator(entry)).toBeVisible()
  await entry.getByRole('link', { name: TITLE, exact: true }).focus()
  await editor.keyboard.press('m')
  await expectSaid('Picked up')
  await editor.keyboard.press('ArrowRight')
  await editor.keyboard.press('Escape')
  await expectSaid(`Left “${TITLE}” on ${longDay(planned)}.`)
  await editor.keyboard.press('m')
  await editor.keyboard.press('ArrowRight')
  await editor.keyboard.press('Enter')
  const next = daysAfter(planned, 1)
  await expectSaid(`Moved “${TITLE}” to ${longDay(next)}.`)
  await expect(dayOf(next).locator(entry)).toBeVisible()
  await expect(entry.getByRole('link', { name: TITLE, exact: true })).toBeFocused()

  const after = daysAfter(planned, 2)
  await entry.hover()
  await editor.mouse.down()
  await dayOf(after).hover()
  await dayOf(after).hover({ position: { x: 12, y: 12 } })
  await editor.mouse.up()
  await expect(dayOf(after).locator(entry)).toBeVisible()

  await entry.getByRole('link', { name: /^Move to/ }).click()
  await editor.getByLabel('To the day').fill(planned)
  await editor.getByRole('button', { name: 'Move it' }).click()
  await expect(dayOf(planned).locator(entry)).toBeVisible()

  // A writer sees the plan, and moves nothing.
  await writer.goto(`/newsroom/calendar?view=agenda&day=${planned}`)
  await expect(writer.getByRole('link', { name: TITLE, exact: true })).toBeVisible()
  await expect(writer.getByRole('link', { name: /^Move to/ })).toHaveCount(0)
})

test('a calendar program reads the newsroom’s days at a private address, which ends', async ({ as, reader }) => {
  const writer = await as('WRITER')
  const { request } = await reader()
  await writer.goto('/newsroom/calendar')
  await writer.getByRole('button', { name: /^Make an? (new )?address$/ }).click()
  const address = new URL(await writer.getByLabel('Private address').inputValue()).pathname
  const feed = await request.get(address)
  expect([feed.status(), feed.headers()['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(await feed.text()).toMatch(/^BEGIN:VCALENDAR\r\n/)
  await writer.reload()
  await writer.getByRole('button', { name: 'End the address' }).click()
  await expect(writer.getByRole('button', { name: 'Make an address' })).toBeVisible()
  expect((await request.get(address)).status()).toBe(404)
})
